import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM, clock, transaction } from '#core/platform'
import {
  Reservation,
  confirm,
  expireHolds,
  extendHold,
  freeTimes,
  hold,
  release,
  type HoldInput,
} from '#core/scheduling'
import { forgetLapsed } from '#app/scheduling/actions/forget_lapsed'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { aPlanner, rome } from '#tests/scheduling/planner'

const MINUTE = 60_000
const nine = rome('2026-11-24 09:00')

type Asked = Pick<HoldInput, 'service' | 'location' | 'startsAt'> & Partial<HoldInput>

const take = (input: Asked) =>
  transaction((trx) => hold(trx, { audience: 'public', owner: 'booking', minutes: 10, ...input }))

async function taken(input: Asked): Promise<Reservation> {
  const answer = await take(input)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.reservation
}

const allocations = () => db.from('scheduling_allocations').where('active', true)

test.group('hold', (group) => {
  group.each.setup(() => freshDatabase())
  const now = frozenAt(group, '2026-11-23T08:00Z')

  test('B7 a hold occupies the place for ten minutes', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    assert.equal(held.state, 'held')
    assert.equal(held.expiresAt, now + 10 * MINUTE)
    assert.equal(held.day, '2026-11-24')
    assert.lengthOf(await allocations(), 1)
    assert.deepEqual(await take({ service, location, startsAt: nine }), {
      ok: false,
      reason: 'slot_taken',
    })
    assert.deepEqual(await take({ service, location, startsAt: nine + 30 * MINUTE }), {
      ok: false,
      reason: 'slot_taken',
    })
    const after = await take({ service, location, startsAt: nine + 60 * MINUTE })
    assert.isTrue(after.ok)
  })

  test('B7 a lapsed hold frees the place at once, before anybody clears it', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    clock.advance(10 * MINUTE)
    const [day] = await freeTimes({
      service,
      location,
      from: '2026-11-24',
      days: 1,
      audience: 'public',
    })
    assert.isTrue(day.starts[0].free)
    assert.isTrue((await take({ service, location, startsAt: nine })).ok)
    await held.refresh()
    assert.equal(held.state, 'expired')
    assert.lengthOf(await allocations(), 1)
  })

  test('B7 a lapsed hold can neither be extended nor confirmed', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    clock.advance(10 * MINUTE)
    const lapsed = { ok: false, reason: 'hold_lapsed' } as const
    assert.deepEqual(await transaction((trx) => extendHold(trx, held, 10, 30)), lapsed)
    assert.deepEqual(await transaction((trx) => confirm(trx, held, { customerId: null })), lapsed)
  })

  test('B7 a hold can be extended up to thirty minutes in all', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    for (const [advance, expected] of [
      [9, 19],
      [9, 28],
      [9, 30],
    ]) {
      clock.advance(advance * MINUTE)
      const answer = await transaction((trx) => extendHold(trx, held, 10, 30))
      assert.isTrue(answer.ok)
      assert.equal(held.expiresAt, now + expected * MINUTE)
    }
    clock.advance(MINUTE)
    assert.deepEqual(await transaction((trx) => extendHold(trx, held, 10, 30)), {
      ok: false,
      reason: 'limit_reached',
    })
  })

  test('B7 cancelling a hold gives the place back, once', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    const stale = await Reservation.findOrFail(held.id)
    const answer = await transaction((trx) => release(trx, held, { by: SYSTEM }))
    assert.isTrue(answer.ok)
    assert.lengthOf(await allocations(), 0)
    assert.deepEqual(await transaction((trx) => release(trx, stale, { by: SYSTEM })), {
      ok: false,
      reason: 'already_released',
    })
  })

  test('B7 two tabs that extend and confirm do not lose each other’s step', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    const otherTab = await Reservation.findOrFail(held.id)
    clock.advance(MINUTE)
    assert.isTrue((await transaction((trx) => extendHold(trx, held, 10, 30))).ok)
    assert.isTrue((await transaction((trx) => confirm(trx, otherTab, { customerId: null }))).ok)
    assert.equal(otherTab.number, 'AA001')
    clock.advance(MINUTE)
    assert.deepEqual(await transaction((trx) => extendHold(trx, held, 10, 30)), {
      ok: false,
      reason: 'hold_lapsed',
    })
  })

  test('pending occupies until its link expires', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const held = await taken({ service, location, startsAt: nine })
    const pendingUntil = now + 60 * MINUTE
    await transaction((trx) => confirm(trx, held, { customerId: null, pendingUntil }))
    assert.equal(held.state, 'pending')
    assert.isNull(held.number)
    clock.advance(59 * MINUTE)
    assert.equal(await expireHolds(clock.now()), 0)
    assert.isFalse((await take({ service, location, startsAt: nine })).ok)
    clock.advance(MINUTE)
    assert.equal(await expireHolds(clock.now()), 1)
    await held.refresh()
    assert.equal(held.state, 'expired')
    assert.lengthOf(await allocations(), 0)
  })

  test('B6 refuses what the rules do not allow, and says why', async ({ assert }) => {
    const { location, service } = await aPlanner({ service: { minNoticeMinutes: 120 } })
    const refusals = [
      [rome('2026-11-24 08:30'), 'outside_hours'],
      [rome('2026-11-24 17:30'), 'outside_hours'],
      [rome('2026-11-24 09:10'), 'outside_hours'],
      [rome('2026-11-23 10:30'), 'too_soon'],
      [rome('2027-01-23 09:00'), 'beyond_horizon'],
    ] as const
    for (const [startsAt, reason] of refusals) {
      assert.deepEqual(await take({ service, location, startsAt }), { ok: false, reason })
    }
    await service.merge({ public: false }).save()
    assert.deepEqual(await take({ service, location, startsAt: nine }), {
      ok: false,
      reason: 'service_closed',
    })
    assert.isTrue((await take({ service, location, startsAt: nine, audience: 'staff' })).ok)
  })

  test('holds that came to nothing are forgotten, appointments are not', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const confirmed = await taken({ service, location, startsAt: nine })
    await transaction((trx) => confirm(trx, confirmed, { customerId: 7 }))
    await transaction((trx) => release(trx, confirmed, { by: SYSTEM }))
    await taken({ service, location, startsAt: nine })
    clock.advance(10 * MINUTE)
    await expireHolds(clock.now())
    assert.equal(await forgetLapsed(clock.now() - 1), 0)
    assert.equal(await forgetLapsed(clock.now()), 1)
    const left = await Reservation.query()
    assert.deepEqual(
      left.map(({ id }) => id),
      [confirmed.id]
    )
    assert.lengthOf(await db.from('scheduling_allocations'), 1)
  })
})
