import { test } from '@japa/runner'
import { KIOSK } from '#plugins/queue-caller/devices'
import { SCREEN_DEVICE } from '#plugins/queue-caller/domain/screen_presets'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Screen } from '#plugins/queue-caller/models/screen'
import { aCounter, aLine, Queue } from '#plugins/queue-caller/tests/queue'
import { aScreen } from '#plugins/queue-caller/tests/screens'
import { atDesk, save, statements } from '#tests/admin/desk'
import { aPairedDevice } from '#tests/devices/devices'
import { standStill } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aLocation } from '#tests/scheduling/planner'

const ROOT = '/admin/queue-caller'

/** Two locations with two lines and a counter each. */
async function twoPlaces() {
  const [here, there] = [await aLocation({ name: 'North' }), await aLocation({ name: 'South' })]
  const own = [await aLine(here), await aLine(here, { letter: 'B', name: { en: 'Cash' } })]
  const far = [await aLine(there, { name: { en: 'Far away' } })]
  const counter = await aCounter(own)
  const farCounter = await aCounter(far)
  return { here, there, own, far, counter, farCounter }
}

const ids = (lines: { id: number }[]) => lines.map(({ id }) => String(id))

async function linesAt(counter: Counter): Promise<number[]> {
  await counter.load('lines')
  return counter.lines.map(({ id }) => id).sort((a, b) => a - b)
}

test.group('Counters in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('serve lines of their own location', async ({ assert }) => {
    const { here, own, far } = await twoPlaces()
    const desk = await atDesk('manager')
    const create = `${ROOT}/counters/create`
    const fields = { locationId: String(here.id), label: 'Room 12', spoken: 'c' }
    const refused = await save(desk, create, { ...fields, 'lineIds[]': ids([own[0], far[0]]) })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'One of the lines is at another location.')
    assert.equal((await save(desk, create, { ...fields, 'lineIds[]': ids(own) })).status, 303)
    const counter = await Counter.findByOrFail('label', 'Room 12')
    assert.equal(counter.spoken, 'C')
    assert.deepEqual(
      await linesAt(counter),
      own.map(({ id }) => id)
    )

    const edit = `${ROOT}/counters/${counter.id}/edit`
    assert.notInclude((await desk.get(edit)).text, 'Far away')
    assert.equal((await save(desk, edit, { 'lineIds[]': ids(far) })).status, 422)
    assert.equal((await save(desk, edit, { 'lineIds[]': ids([own[1]]) })).status, 303)
    assert.deepEqual(await linesAt(counter), [own[1].id])
    assert.include((await desk.get(`${ROOT}/counters/${counter.id}`)).text, 'B · Cash')
    assert.equal((await save(desk, edit, { 'lineIds[]': [] })).status, 303)
    assert.deepEqual(await linesAt(counter), [])
  })

  test('are called differently, and by what a voice can say', async ({ assert }) => {
    const { here, there, counter } = await twoPlaces()
    const desk = await atDesk('manager')
    const add = (locationId: number, label: string, spoken = '') =>
      save(desk, `${ROOT}/counters/create`, { locationId: String(locationId), label, spoken })
    const refused = await add(here.id, counter.label)
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Another counter of this location is called so already.')
    assert.equal((await add(there.id, 'Counter 9')).status, 303)
    for (const spoken of ['0', '100', 'AB', '1a', 'Ä']) {
      assert.equal((await add(here.id, 'Counter 3', spoken)).status, 422, spoken)
    }
    assert.equal((await add(here.id, 'Counter 3', '99')).status, 303)
  })

  test('are not switched off while somebody sits there, nor removed afterwards', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const { counter } = queue.desk
    const desk = await atDesk('manager')
    const page = `${ROOT}/counters/${counter.id}`
    const refused = await save(desk, `${page}/edit`, { active: undefined })
    assert.equal(refused.status, 422)
    assert.include(refused.text, 'Somebody sits at this counter.')
    const asked = await desk.get(`${page}/remove`)
    const answer = await desk.follow(await desk.submit(asked.form('/remove')))
    assert.include(answer.text, 'Switch it off instead.')
    assert.isNotNull(await Counter.find(counter.id))
  })
})

test.group('Screens and kiosks in the panel', (group) => {
  group.each.setup(() => freshDatabase())

  test('a screen shows all lines, one, or a counter of its location', async ({ assert }) => {
    const { here, own, far, counter, farCounter } = await twoPlaces()
    const desk = await atDesk('manager')
    const base = { locationId: String(here.id), name: 'Hall', 'locales[]': ['it', 'de'] }
    const create = (more: Record<string, string | string[]>) =>
      save(desk, `${ROOT}/screens/create`, { ...base, ...more })
    for (const [wrong, said] of [
      [{ 'locales[]': [] }, 'href="#locales"'],
      [{ 'lineIds[]': ids(far) }, 'One of the lines is at another location.'],
      [{ preset: 'line' }, 'exactly one line'],
      [{ preset: 'line', 'lineIds[]': ids(own) }, 'exactly one line'],
      [{ preset: 'counter' }, 'choose the counter'],
      [{ preset: 'counter', counterId: String(farCounter.id) }, 'This counter is at another'],
      [{ preset: 'cinema' }, 'href="#preset"'],
    ] as [Record<string, string | string[]>, string][]) {
      const answer = await create(wrong)
      assert.equal(answer.status, 422)
      assert.include(answer.text, said)
    }
    assert.equal((await create({ 'notice[de]': 'Morgen geschlossen' })).status, 303)
    const screen = await Screen.findByOrFail('name', 'Hall')
    assert.deepInclude(screen.serialize(), {
      ...{ preset: 'lines', lineIds: [], locales: ['it', 'de'], counterId: null, sound: true },
      notice: { de: 'Morgen geschlossen' },
    })
    assert.include((await desk.get(`${ROOT}/screens/${screen.id}`)).text, 'All lines')

    const edit = `${ROOT}/screens/${screen.id}/edit`
    const one = { preset: 'line', 'lineIds[]': ids([own[1]]) }
    assert.equal((await save(desk, edit, one)).status, 303)
    assert.deepEqual((await screen.refresh()).lineIds, [own[1].id])
    const above = { preset: 'counter', counterId: String(counter.id) }
    assert.equal((await save(desk, edit, above)).status, 303)
    await screen.refresh()
    assert.deepEqual([screen.lineIds, screen.counterId], [[], counter.id])
    assert.include((await desk.get(`${ROOT}/screens/${screen.id}`)).text, counter.label)
    assert.equal((await save(desk, edit, { preset: 'portrait' })).status, 303)
    assert.isNull((await screen.refresh()).counterId)
  })

  test('a kiosk offers lines of its location in some languages', async ({ assert }) => {
    const { here, own, far } = await twoPlaces()
    const desk = await atDesk('manager')
    const create = (more: Record<string, string | string[]>) =>
      save(desk, `${ROOT}/kiosks/create`, { locationId: String(here.id), name: 'Door', ...more })
    assert.equal((await create({ 'lineIds[]': ids(own) })).status, 422)
    const languages = { 'locales[]': ['pl'] }
    assert.equal((await create({ ...languages, 'lineIds[]': ids(far) })).status, 422)
    assert.equal((await create({ ...languages, 'lineIds[]': ids([own[0]]) })).status, 303)
    const kiosk = await Kiosk.findByOrFail('name', 'Door')
    assert.deepInclude(kiosk.serialize(), { lineIds: [own[0].id], locales: ['pl'] })
  })

  test('what a device shows is not removed until the device is disconnected', async ({
    assert,
  }) => {
    const { here } = await twoPlaces()
    const desk = await atDesk('manager')
    const kiosk = await Kiosk.create({ locationId: here.id, name: 'Door', locales: ['en'] })
    for (const [display, kind, page] of [
      [await aScreen(here), SCREEN_DEVICE, `${ROOT}/screens`],
      [kiosk, KIOSK, `${ROOT}/kiosks`],
    ] as const) {
      const remove = async () => {
        const asked = await desk.get(`${page}/${display.id}/remove`)
        return (await desk.follow(await desk.submit(asked.form('/remove')))).text
      }
      const { device } = await aPairedDevice({ kind, subjectId: display.id, locationId: here.id })
      assert.include(await remove(), 'A device shows it.')
      await device.delete()
      assert.include(await remove(), 'Removed')
      assert.equal((await desk.get(`${page}/${display.id}`)).status, 404)
    }
  })

  test('whoever works at one location sees and sets up what is there', async ({
    assert,
    cleanup,
  }) => {
    standStill(cleanup)
    const { here, there } = await twoPlaces()
    const locales = ['en'] as const
    const mine = await Screen.create({ locationId: here.id, name: 'Mine', locales: [...locales] })
    const far = await Screen.create({ locationId: there.id, name: 'Afar', locales: [...locales] })
    const desk = await atDesk('manager', [here])
    const list = (await desk.get(`${ROOT}/screens`)).text
    assert.include(list, 'Mine')
    assert.notInclude(list, 'Afar')
    assert.equal((await desk.get(`${ROOT}/screens/${far.id}/edit`)).status, 404)
    assert.notInclude((await desk.get(`${ROOT}/kiosks/create`)).text, 'Far away')
    assert.equal((await (await atDesk('desk')).get(`${ROOT}/kiosks`)).status, 403)
    for (const page of ['counters', 'screens', 'kiosks', `screens/${mine.id}/edit`]) {
      await desk.get(`${ROOT}/${page}`)
      assert.isAtMost(await statements(() => desk.get(`${ROOT}/${page}`)), 8, page)
    }
  })
})
