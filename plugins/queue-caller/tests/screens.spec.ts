import { test } from '@japa/runner'
import { clock } from '#core/platform'
import { signedIn, someStaff } from '#tests/accounts/people'
import { aPairedDevice } from '#tests/devices/devices'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { statementsOf } from '#tests/kit/statements'
import { aLocation } from '#tests/scheduling/planner'
import { visitor } from '#tests/web/visitor'
import { UndoStep } from '#plugins/queue-caller/actions/undo_step'
import type { CallsNow } from '#plugins/queue-caller/domain/shown_calls'
import { aLine, Desk, Queue } from '#plugins/queue-caller/tests/queue'
import { aScreen, pairedAs, SCREEN_PAGE } from '#plugins/queue-caller/tests/screens'
import { callsNow } from '#plugins/queue-caller/queries/calls_now'

const MINUTE = 60_000
const later = (minutes: number) => clock.freeze(clock.now() + minutes * MINUTE)

const codes = ({ calls }: CallsNow) => calls.map(({ code, state }) => `${code} ${state}`)

test.group('Screens', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2027-01-19T09:00:00Z')

  test('Q6 the state of a location is its calls of the day, newest first', async ({ assert }) => {
    const queue = await Queue.open()
    const other = await Desk.open(queue.location, [queue.line])
    for (let n = 0; n < 4; n++) await queue.walkIn()
    await queue.desk.call()
    later(1)
    await other.call()
    await other.does('start')
    later(1)
    await queue.desk.does('call_again')
    const now = await callsNow(queue.location)
    assert.deepEqual(codes(now), ['A001 called', 'A002 serving'])
    const [{ id: _, ...first }] = now.calls
    assert.deepEqual(first, {
      ...{ code: 'A001', lineId: queue.line.id, counterId: queue.desk.counter.id, calls: 1 },
      ...{ counter: 'Counter 1', spoken: '1', at: clock.now(), state: 'called' },
    })
    assert.equal(now.now, clock.now())
  })

  test('whose call was a wrong click was not called', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    await queue.desk.call()
    await ticket.refresh()
    const { counter, by } = queue.desk
    await new UndoStep().handle(ticket, { counterId: counter.id, by })
    assert.deepEqual(codes(await callsNow(queue.location)), [])
  })

  test('a busy line leaves those of a quiet one on its screen', async ({ assert }) => {
    const queue = await Queue.open()
    const quiet = await aLine(queue.location, { letter: 'B' })
    const desk = await Desk.open(queue.location, [quiet])
    await queue.walkIn(quiet)
    await desk.call()
    await desk.does('start')
    await desk.does('finish')
    for (let n = 0; n < 25; n++) {
      later(1)
      await queue.walkIn()
      await queue.desk.call()
      await queue.desk.does('start')
      await queue.desk.does('finish')
    }
    const all = codes(await callsNow(queue.location))
    assert.lengthOf(all, 21)
    assert.equal(all.at(-1), 'B001 served')
  })

  test('Q6 a day begins without the calls of the one before', async ({ assert }) => {
    const queue = await Queue.open()
    await queue.walkIn()
    await queue.desk.call()
    const { until } = await callsNow(queue.location)
    clock.freeze(until - 1)
    assert.lengthOf((await callsNow(queue.location)).calls, 1)
    clock.freeze(until)
    assert.deepEqual((await callsNow(queue.location)).calls, [])
  })

  for (const preset of ['line', 'lines', 'portrait', 'counter'] as const) {
    test(`Q6 the page ${preset} has number and counter before any script runs`, async ({
      assert,
    }) => {
      const queue = await Queue.open()
      await queue.walkIn()
      await queue.walkIn()
      await queue.desk.call()
      const counterId = queue.desk.counter.id
      const screen = await aScreen(queue.location, { preset, counterId, locales: ['de', 'pl'] })
      const { cookie } = await pairedAs(screen)
      const { text, status, headers } = await visitor().get(SCREEN_PAGE, { cookie })
      assert.equal(status, 200)
      assert.include(text, '<strong class="queue-screen__code" data-part="code">A001</strong>')
      assert.match(text, /queue-screen__words"[^>]*>Counter<[^]*queue-screen__mark"[^>]*>1</)
      assert.include(text, '<noscript><meta http-equiv="refresh" content="10"></noscript>')
      assert.notInclude(text, 'A002')
      assert.match(headers.get('permissions-policy')!, /autoplay=\(self\).*camera=\(\)/)
    })
  }

  test('texts come in the languages of the screen, one of which is shown', async ({ assert }) => {
    const location = await aLocation()
    const notice = { de: 'Ausweis bereithalten', pl: 'Prosimy przygotować dowód' }
    const { cookie } = await pairedAs(await aScreen(location, { locales: ['de', 'pl'], notice }))
    const said = async () => {
      const { text } = await visitor().get(SCREEN_PAGE, { cookie })
      return [...text.matchAll(/data-language="(\w+)" data-shown="yes">([^<]*)/g)].map(
        ([, language, words]) => `${language} ${words}`
      )
    }
    const first = await said()
    assert.includeMembers(first, ['de Nummer', 'de Schalter', 'de Ausweis bereithalten'])
    clock.freeze(clock.now() + 10_000)
    assert.includeMembers(await said(), ['pl Numer', 'pl Prosimy przygotować dowód'])
  })

  test('what is written down of people reaches no screen', async ({ assert }) => {
    const queue = await Queue.open()
    const ticket = await queue.walkIn()
    await ticket.merge({ note: 'Zyxfern wears a red coat' }).save()
    await queue.desk.call()
    await queue.desk.user.merge({ firstName: 'Quillon', lastName: 'Vornberg' }).save()
    const { cookie } = await pairedAs(await aScreen(queue.location))
    const page = await visitor().get(SCREEN_PAGE, { cookie })
    const seen = page.text + JSON.stringify(await callsNow(queue.location))
    assert.include(seen, 'A001')
    for (const secret of ['Zyxfern', 'Quillon', 'Vornberg', ticket.publicId]) {
      assert.notInclude(seen, secret)
    }
  })

  test('Q6 a revoked screen, a kiosk and a stranger get no page', async ({ assert }) => {
    const screen = await aScreen(await aLocation())
    const { device, cookie } = await pairedAs(screen)
    await device.delete()
    const kiosk = await aPairedDevice({ kind: 'queue-caller.kiosk', subjectId: screen.id })
    const statuses = [cookie, kiosk.cookie, ''].map(
      async (value) => (await visitor().get(SCREEN_PAGE, { cookie: value })).status
    )
    assert.deepEqual(await Promise.all(statuses), [401, 403, 401])
  })

  test('staff preview the screens of their places, with the test tone', async ({ assert }) => {
    const screen = await aScreen(await aLocation(), { name: 'Hall' })
    const desk = await signedIn(await someStaff({ role: 'desk' }))
    const page = await desk.get(`/admin/queue-caller/screens/${screen.id}/preview`)
    assert.equal(page.status, 200)
    assert.include(page.text, 'x-on:click="testTone"')
    assert.notInclude(page.text, '<noscript>')
    for (const id of [screen.id + 1, 'x', '99999999999999999999']) {
      assert.equal((await desk.get(`/admin/queue-caller/screens/${id}/preview`)).status, 404)
    }
  })

  test('the page takes at most six statements, however many are called', async ({ assert }) => {
    const queue = await Queue.open()
    const { cookie } = await pairedAs(await aScreen(queue.location))
    const look = () => visitor().get(SCREEN_PAGE, { cookie })
    await queue.walkIn()
    await queue.desk.call()
    await look()
    const sent = (await statementsOf(look)).filter((sql) => !/^(begin|commit|save|rel)/i.test(sql))
    if (process.env.SHOW_SQL) console.log(sent)
    assert.isAtMost(sent.length, 6)
  })
})
