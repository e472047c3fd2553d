import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { clock, transaction } from '#core/platform'
import {
  addBlock,
  expireHolds,
  extendHold,
  freeTimes,
  hold,
  OpeningException,
  release,
  reserve,
  Reservation,
} from '#core/scheduling'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { aPlanner, rome } from '#tests/scheduling/planner'

const DAY = '2026-11-24'
const NINE = rome(`${DAY} 09:00`)
const BY = { kind: 'system', id: null } as const

const isNow = (instant: string) => clock.freeze(Date.parse(instant))

type Planner = Awaited<ReturnType<typeof aPlanner>>

const question = (planner: Planner, service: object = {}) => ({
  service: Object.assign(planner.service, service),
  location: planner.location,
  audience: 'public' as const,
})

/** Labels of the free times, as every page would show them now. */
async function free(planner: Planner): Promise<string> {
  const [day] = await freeTimes({ ...question(planner), from: DAY, days: 1 })
  return day.starts.flatMap(({ free: isFree, local }) => (isFree ? [local] : [])).join(' ')
}

const held = (planner: Planner, minutes: number) =>
  transaction((trx) =>
    hold(trx, { ...question(planner), startsAt: NINE, owner: 'booking', minutes })
  )

test.group('times that are kept', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  const morning = () => aPlanner({ opens: '09:00', closes: '11:00' })

  test('B6 whatever is written is seen by the next page', async ({ assert }) => {
    const planner = await morning()
    const { location } = planner
    assert.equal(await free(planner), '09:00 09:30 10:00')

    const taken = await transaction((trx) =>
      reserve(trx, { ...question(planner), startsAt: NINE, owner: 'booking', customerId: null })
    )
    assert.equal(await free(planner), '10:00')

    if (taken.ok) await transaction((trx) => release(trx, taken.reservation, { by: BY }))
    assert.equal(await free(planner), '09:00 09:30 10:00')

    const absence = { location, resourceId: null, startsAt: NINE, endsAt: NINE + 1_800_000 }
    await transaction((trx) => addBlock(trx, absence))
    assert.equal(await free(planner), '09:30 10:00')

    const short = { locationId: location.id, fromDay: DAY, toDay: DAY, closed: false }
    await OpeningException.create({ ...short, opens: '09:30', closes: '10:30' })
    assert.equal(await free(planner), '09:30')

    await planner.resource.merge({ active: false }).save()
    assert.equal(await free(planner), '')
  })

  test('what another program writes with SQL alone is seen too', async ({ assert }) => {
    const planner = await morning()
    await held(planner, 10)
    assert.equal(await free(planner), '10:00')
    await db.from('scheduling_allocations').update({ active: false })
    await db.from('scheduling_reservations').update({ state: 'released', expires_at: null })
    assert.equal(await free(planner), '09:00 09:30 10:00')
    await db.from('scheduling_opening_rules').update({ closes: '10:30' })
    assert.equal(await free(planner), '09:00 09:30')
    await db.from('scheduling_opening_rules').delete()
    assert.equal(await free(planner), '')
  })

  test('B7 a hold that lapses frees its time before anybody clears it', async ({ assert }) => {
    const planner = await morning()
    await held(planner, 10)
    assert.equal(await free(planner), '10:00')
    const reservation = await Reservation.firstOrFail()
    await transaction((trx) => extendHold(trx, reservation, 20, 60))
    isNow('2026-11-23T08:19:59Z')
    assert.equal(await free(planner), '10:00')
    isNow('2026-11-23T08:20:00Z')
    assert.equal(await free(planner), '09:00 09:30 10:00')
    await expireHolds(clock.now())
    assert.equal(await free(planner), '09:00 09:30 10:00')
  })

  test('a time goes when its notice begins, and the horizon moves at midnight', async ({
    assert,
  }) => {
    const planner = await morning()
    await planner.service.merge({ minNoticeMinutes: 120, horizonDays: 1 }).save()
    assert.equal(await free(planner), '09:00 09:30 10:00')
    isNow('2026-11-24T06:00:00.000Z')
    assert.equal(await free(planner), '09:00 09:30 10:00')
    isNow('2026-11-24T06:00:00.001Z')
    assert.equal(await free(planner), '09:30 10:00')
    isNow('2026-11-22T22:59:59Z')
    assert.equal(await free(planner), '')
    isNow('2026-11-22T23:00:00Z')
    assert.equal(await free(planner), '09:00 09:30 10:00')
  })

  test('the same place for another service, audience or wish is another question', async ({
    assert,
  }) => {
    const planner = await morning()
    assert.equal(await free(planner), '09:00 09:30 10:00')
    const ask = { ...question(planner, { durationMinutes: 120 }), from: DAY, days: 1 }
    const starts = async (more: object) => {
      const [day] = await freeTimes({ ...ask, ...more })
      return day.starts.filter(({ free: isFree }) => isFree).map(({ local }) => local)
    }
    assert.deepEqual(await starts({}), ['09:00'])
    assert.deepEqual(await starts({ resourceId: 0 }), [])
    isNow('2026-11-24T08:10Z')
    assert.deepEqual(await starts({}), [])
    assert.deepEqual(await starts({ audience: 'staff' }), ['09:00'])
  })

  test('B11 a time that was refused is free for the next when it is given back or lapses', async ({
    assert,
  }) => {
    const planner = await morning()
    const outcome = async () => {
      const answer = await held(planner, 10)
      return answer.ok ? answer.reservation : answer.reason
    }
    const first = await outcome()
    assert.deepEqual([await outcome(), await outcome()], ['slot_taken', 'slot_taken'])
    await transaction((trx) => release(trx, first as Reservation, { by: BY }))
    assert.instanceOf(await outcome(), Reservation)
    assert.deepEqual([await outcome(), await outcome()], ['slot_taken', 'slot_taken'])
    isNow('2026-11-23T08:10:00Z')
    assert.instanceOf(await outcome(), Reservation)
    assert.equal(await outcome(), 'slot_taken')
  })
})
