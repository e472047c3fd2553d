import { test } from '@japa/runner'
import { transaction } from '#core/platform'
import { confirm, hold, move, Reservation, reserve } from '#core/scheduling'
import { frozenAt } from '#tests/kit/clock'
import { freshDatabase } from '#tests/kit/database'
import { aPlanner, rome } from '#tests/scheduling/planner'

const nine = rome('2026-11-24 09:00')
const ten = rome('2026-11-24 10:00')

test.group('A move that is to be confirmed', (group) => {
  group.each.setup(() => freshDatabase())
  frozenAt(group, '2026-11-23T08:00Z')

  test('V3 waits at its new time, which nobody else gets, and has its number when it is confirmed', async ({
    assert,
  }) => {
    const { location, service } = await aPlanner()
    const wish = { service, location, audience: 'public', owner: 'patient-visits' } as const
    const booked = await transaction((trx) =>
      reserve(trx, { ...wish, startsAt: nine, customerId: null })
    )
    if (!booked.ok) throw new Error(booked.reason)
    const { reservation } = booked
    await transaction((trx) =>
      move(trx, reservation, { startsAt: ten, audience: 'public', pendingUntil: ten })
    )
    const stored = await Reservation.findOrFail(reservation.id)
    assert.containsSubset(stored.$attributes, { state: 'pending', startsAt: ten, number: null })
    assert.equal(stored.expiresAt, ten)
    assert.isNull(stored.confirmedAt)
    const other = await transaction((trx) => hold(trx, { ...wish, startsAt: ten, minutes: 5 }))
    assert.deepEqual(other, { ok: false, reason: 'slot_taken' })
    await transaction((trx) => confirm(trx, stored, { customerId: null }))
    assert.containsSubset(stored.$attributes, { state: 'confirmed', number: 'AA002' })
  })
})
