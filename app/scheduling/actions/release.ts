import { clock, emit, type Actor, type Result, type Trx } from '#core/platform'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { transition } from '#app/scheduling/actions/transition'
import { closeIfEmpty, lockSession } from '#app/scheduling/actions/vacate_session'
import { ReservationReleased } from '#app/scheduling/events'
import type { Reservation } from '#app/scheduling/models/reservation'

export interface ReleaseInput {
  readonly by: Actor
  readonly reason?: string | null
}

/** Gives a place back; the number stays used. */
export async function release(
  trx: Trx,
  reservation: Reservation,
  input: ReleaseInput
): Promise<Result<{ reservation: Reservation }, 'already_released'>> {
  const { sessionId } = reservation
  await lockSession(trx, sessionId)
  const isTaken = (taken: Reservation) =>
    taken.sessionId === sessionId && (taken.isWaiting() || taken.state === 'confirmed')
  const isReleased = await transition(trx, reservation, isTaken, {
    state: 'released',
    expiresAt: null,
    releasedAt: clock.now(),
    releasedBy: input.by.kind,
    releasedById: input.by.id,
    releaseReason: input.reason ?? null,
  })
  if (!isReleased) {
    // Moved to another session a moment ago: that one is to be locked and closed.
    if (reservation.sessionId !== sessionId) return release(trx, reservation, input)
    return { ok: false, reason: 'already_released' }
  }
  await closeIfEmpty(trx, sessionId)
  await emit(trx, ReservationReleased, { reservationId: reservation.id })
  await dayChanged(trx, reservation.locationId, reservation.day)
  return { ok: true, reservation }
}
