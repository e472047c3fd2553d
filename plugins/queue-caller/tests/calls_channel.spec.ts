import { test } from '@japa/runner'
import { setLocationsOf } from '#app/accounts/admin/user_locations'
import { signedIn, someStaff } from '#tests/accounts/people'
import { aPairedDevice } from '#tests/devices/devices'
import { eventually } from '#tests/jobs/processes'
import { freshDatabase } from '#tests/kit/database'
import { attachLive, openPage } from '#tests/live/pages'
import { aLocation } from '#tests/scheduling/planner'
import { TendQueues } from '#plugins/queue-caller/jobs/tend_queues'
import type { CallsNow } from '#plugins/queue-caller/domain/shown_calls'
import { Queue } from '#plugins/queue-caller/tests/queue'
import { aScreen, pairedAs } from '#plugins/queue-caller/tests/screens'

const channel = ({ id }: { id: number }) => `queue-caller.calls?location=${id}`

test.group('The channel of calls', (group) => {
  group.each.setup(() => freshDatabase())
  group.each.setup(() => attachLive())

  async function answer(cookie: string | undefined, location: { id: number }) {
    const page = await openPage({ cookie })
    page.subscribe(channel(location))
    const { error, state } = await page.next(1)
    return error ?? (state === null ? null : 'state')
  }

  const sessionOf = async (values: Parameters<typeof someStaff>[0]) => {
    const user = await someStaff(values)
    return { user, cookie: `sportello=${(await signedIn(user)).cookie('sportello')}` }
  }

  test('Q6 a screen follows its location, and no other one', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const { cookie } = await pairedAs(await aScreen(here))
    assert.equal(await answer(cookie, here), 'state')
    assert.equal(await answer(cookie, there), 'refused')
  })

  test('a stranger, a revoked screen and another kind of device follow none', async ({
    assert,
  }) => {
    const location = await aLocation()
    const screen = await aScreen(location)
    const revoked = await pairedAs(screen)
    await revoked.device.delete()
    const wanted = { subjectId: screen.id, locationId: location.id }
    const kiosk = await aPairedDevice({ ...wanted, kind: 'queue-caller.kiosk' })
    for (const cookie of [undefined, revoked.cookie, kiosk.cookie]) {
      assert.equal(await answer(cookie, location), 'refused', cookie)
    }
  })

  test('staff follow the locations that they may visit', async ({ assert }) => {
    const [here, there] = [await aLocation(), await aLocation()]
    const { user, cookie } = await sessionOf({ role: 'desk' })
    await setLocationsOf(user.id, [here.id])
    assert.equal(await answer(cookie, here), 'state')
    assert.equal(await answer(cookie, there), 'refused')
    const { cookie: powerless } = await sessionOf({ role: null })
    assert.equal(await answer(powerless, here), 'refused')
    const { cookie: owner } = await sessionOf({ role: 'owner' })
    assert.isNull(await answer(owner, { id: 999_999 }))
  })

  test('Q6 every step of a counter is told, and what a screen is set up for', async ({
    assert,
  }) => {
    const queue = await Queue.open()
    const screen = await aScreen(queue.location)
    const page = await openPage({ cookie: (await pairedAs(screen)).cookie })
    page.subscribe(channel(queue.location))
    const setup = ((await page.next(1)).state as CallsNow).setups[screen.id]
    const told = () => page.said.at(-1)!.state as CallsNow
    const calls = () =>
      told()
        .calls.map(({ code, state }) => `${code} ${state}`)
        .join()
    await queue.walkIn()
    await queue.desk.call()
    await eventually(() => calls() === 'A001 called', 1_000)
    const [{ at }] = told().calls
    await queue.desk.does('call_again')
    await eventually(() => told().calls[0].at > at, 1_000)
    await queue.desk.does('start')
    await eventually(() => calls() === 'A001 serving', 1_000)
    assert.equal(told().setups[screen.id], setup)
    await screen.merge({ preset: 'portrait', version: screen.version + 1 }).save()
    await TendQueues.handle({}, {} as never)
    await eventually(() => told().setups[screen.id] !== setup, 1_000)
    assert.notEqual(told().setups[screen.id], setup)
  })
})
