import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM, transaction } from '#core/platform'
import {
  Reservation,
  addBlock,
  freeTimes,
  hold,
  move,
  release,
  reserve,
  type HoldInput,
  type MoveInput,
} from '#core/scheduling'
import { freshDatabase } from '#tests/kit/database'
import { frozenAt } from '#tests/kit/clock'
import { aLocation, aPlanner, aResource, aService, isOpen, rome } from '#tests/scheduling/planner'

const HALF = 30 * 60_000
const nine = rome('2026-11-24 09:00')

type Asked = Pick<HoldInput, 'service' | 'location' | 'startsAt'> & Partial<HoldInput>

async function booked(input: Asked): Promise<Reservation> {
  const answer = await transaction((trx) =>
    reserve(trx, { audience: 'public', owner: 'booking', customerId: null, ...input })
  )
  if (!answer.ok) throw new Error(answer.reason)
  return answer.reservation
}

const moved = (reservation: Reservation, input: Omit<MoveInput, 'audience'>) =>
  transaction((trx) => move(trx, reservation, { audience: 'public', ...input }))

const allocations = () =>
  db
    .from('scheduling_allocations')
    .where('active', true)
    .orderBy('starts_at')
    .select('id', 'resource_id', 'seat', 'starts_at')

test.group('move', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('B10 moves in place by less than its length: its own places count as free', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner()
    const reservation = await booked({ service, location, startsAt: nine })
    const [before] = await allocations()
    assert.isTrue((await moved(reservation, { startsAt: nine + HALF })).ok)
    const after = await allocations()
    assert.lengthOf(after, 1)
    assert.equal(after[0].id, before.id)
    assert.equal(Number(after[0].starts_at), nine + HALF)
    assert.equal(reservation.startsAt, nine + HALF)
    assert.equal(reservation.sequence, 1)
    assert.equal(reservation.number, 'AA001')
  })

  test('Q2 moved to another local day it gets a new number, the old one stays used', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner()
    const first = await booked({ service, location, startsAt: nine })
    await booked({ service, location, startsAt: nine + 4 * HALF })
    assert.isTrue((await moved(first, { startsAt: rome('2026-11-25 09:00') })).ok)
    assert.equal(first.number, 'AA001')
    assert.equal(first.day, '2026-11-25')
    const third = await booked({ service, location, startsAt: nine })
    assert.equal(third.number, 'AA003')
    const stored = await Reservation.findOrFail(first.id)
    assert.equal(stored.number, 'AA001')
    assert.equal(stored.version, first.version)
  })

  test('B11 the last one of a group that takes fewer now keeps no place beyond them', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner({ service: { capacity: 2 } })
    const first = await booked({ service, location, startsAt: nine })
    const second = await booked({ service, location, startsAt: nine })
    await transaction((trx) => release(trx, first, { by: SYSTEM }))
    await service.merge({ capacity: 1 }).save()
    assert.equal(second.place, 1)
    assert.isTrue((await moved(second, { startsAt: nine + 4 * HALF })).ok)
    assert.equal((await Reservation.findOrFail(second.id)).place, 0)
  })

  test('B11 a refused move leaves everything as it was', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const reservation = await booked({ service, location, startsAt: nine })
    await booked({ service, location, startsAt: nine + 2 * HALF })
    const before = await allocations()
    assert.deepEqual(await moved(reservation, { startsAt: nine + HALF }), {
      ok: false,
      reason: 'slot_taken',
    })
    assert.deepEqual(await allocations(), before)
    assert.equal((await Reservation.findOrFail(reservation.id)).sequence, 0)
  })

  test('B12 staff move it to another cabin at the same time', async ({ assert }) => {
    const location = await aLocation()
    const cabins = [await aResource(location), await aResource(location)]
    await isOpen(location)
    const service = await aService(location, [{ of: cabins }])
    const reservation = await booked({ service, location, startsAt: nine })
    const answer = await moved(reservation, { startsAt: nine, resourceId: cabins[1].id })
    assert.isTrue(answer.ok)
    const [after] = await allocations()
    assert.equal(after.resource_id, cabins[1].id)
  })

  test('two allocations may swap their places', async ({ assert }) => {
    const location = await aLocation()
    const [a, b] = [await aResource(location), await aResource(location)]
    await isOpen(location)
    const service = await aService(location, [{ of: [a, b] }, { of: [a, b] }])
    const reservation = await booked({ service, location, startsAt: nine, resourceId: a.id })
    assert.isTrue((await moved(reservation, { startsAt: nine + HALF, resourceId: b.id })).ok)
    const after = await allocations()
    assert.sameMembers(
      after.map(({ resource_id: id }) => id),
      [a.id, b.id]
    )
  })

  test('B12 who moves an old copy of it counts on, with the number of its day', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner()
    const one = await booked({ service, location, startsAt: nine })
    const other = await Reservation.findOrFail(one.id)
    await booked({ service, location, startsAt: rome('2026-11-25 09:00') })
    await moved(one, { startsAt: rome('2026-11-25 11:00') })
    await moved(other, { startsAt: nine + 4 * HALF })
    const { day, number, sequence } = await Reservation.findOrFail(one.id)
    assert.deepEqual([day, number, sequence], ['2026-11-24', 'AA002', 2])
  })

  test('B11 a wish that builds on an older time is refused, and nothing moves', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner()
    const reservation = await booked({ service, location, startsAt: nine })
    const { sequence } = reservation
    assert.isTrue((await moved(reservation, { startsAt: nine + HALF, sequence })).ok)
    await assert.rejects(
      () => moved(reservation, { startsAt: nine + HALF, sequence }),
      'The reservation was changed while it was being moved'
    )
    const stored = await Reservation.findOrFail(reservation.id)
    assert.deepEqual([stored.startsAt, stored.sequence], [nine + HALF, 1])
  })

  test('what is released or lapsed cannot be moved', async ({ assert }) => {
    const { location, service } = await aPlanner()
    const reservation = await booked({ service, location, startsAt: nine })
    await transaction((trx) => release(trx, reservation, { by: SYSTEM }))
    assert.deepEqual(await moved(reservation, { startsAt: nine }), {
      ok: false,
      reason: 'not_movable',
    })
  })

  test('freeTimes that ignores a reservation shows its own time as free', async ({ assert }) => {
    const { location, service } = await aPlanner({ closes: '11:00' })
    const reservation = await booked({ service, location, startsAt: nine + HALF })
    const ask = { service, location, from: '2026-11-24', days: 1, audience: 'public' } as const
    const free = async (ignoring?: number) =>
      (await freeTimes({ ...ask, ignoring }))[0].starts.map(({ free: isFree }) => isFree)
    assert.deepEqual(await free(), [false, false, false, false])
    assert.deepEqual(await free(reservation.id), [true, true, true, false])
  })
})

test.group('group appointments', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('five people join one session at the same start, the sixth is refused', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner({ service: { capacity: 5 } })
    const people = []
    for (let i = 0; i < 5; i++) people.push(await booked({ service, location, startsAt: nine }))
    assert.deepEqual(
      people.map(({ place }) => place),
      [0, 1, 2, 3, 4]
    )
    assert.lengthOf(new Set(people.map(({ sessionId }) => sessionId)), 1)
    assert.lengthOf(await allocations(), 1)
    const sixth = await transaction((trx) =>
      hold(trx, {
        service,
        location,
        startsAt: nine,
        audience: 'public',
        owner: 'booking',
        minutes: 10,
      })
    )
    assert.deepEqual(sixth, { ok: false, reason: 'slot_taken' })
  })

  test('the one who moves leaves the others, and may come back to the place left', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner({ service: { capacity: 2 } })
    const [first, second] = [
      await booked({ service, location, startsAt: nine }),
      await booked({ service, location, startsAt: nine }),
    ]
    assert.isTrue((await moved(first, { startsAt: nine + 2 * HALF })).ok)
    assert.notEqual(first.sessionId, second.sessionId)
    assert.lengthOf(await allocations(), 2)
    assert.isTrue((await moved(first, { startsAt: nine })).ok)
    assert.equal(first.sessionId, second.sessionId)
    assert.equal(first.place, 0)
    assert.lengthOf(await allocations(), 1)
  })

  test('the last one to leave gives the resource back', async ({ assert }) => {
    const { location, service } = await aPlanner({ service: { capacity: 2 } })
    const [first, second] = [
      await booked({ service, location, startsAt: nine }),
      await booked({ service, location, startsAt: nine }),
    ]
    await transaction((trx) => release(trx, first, { by: SYSTEM }))
    assert.lengthOf(await allocations(), 1)
    await transaction((trx) => release(trx, second, { by: SYSTEM }))
    assert.lengthOf(await allocations(), 0)
  })

  test('a session under a block cannot be joined, and staff learn who is in it', async ({
    assert,
  }) => {
    const { location, service, resource } = await aPlanner({ service: { capacity: 5 } })
    const reservation = await booked({ service, location, startsAt: nine })
    const { covered } = await transaction((trx) =>
      addBlock(trx, { location, resourceId: resource.id, startsAt: nine, endsAt: nine + HALF })
    )
    assert.deepEqual(
      covered.map(({ id }) => id),
      [reservation.id]
    )
    await assert.rejects(() => booked({ service, location, startsAt: nine }), 'slot_taken')
  })

  test('B12 a session on an internal seat is for staff alone', async ({ assert }) => {
    const location = await aLocation()
    const room = await aResource(location, { units: 2 })
    await isOpen(location, { publicSeats: 1, internalSeats: 1 })
    const service = await aService(location, [{ of: [room] }], { capacity: 2 })
    const staff = await booked({ service, location, startsAt: nine, audience: 'staff' })
    const visitor = await booked({ service, location, startsAt: nine })
    assert.notEqual(visitor.sessionId, staff.sessionId)
    const seats = (await allocations()).map(({ seat }) => seat)
    assert.sameMembers(seats, [0, 1])
    const again = await booked({ service, location, startsAt: nine, audience: 'staff' })
    assert.oneOf(again.sessionId, [staff.sessionId, visitor.sessionId])
  })
})
