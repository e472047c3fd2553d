import { allotAppointmentNumber } from '#core/numbering'
import { clock, emit, rows, updateRows, type Result, type Trx } from '#core/platform'
import { dayChanged } from '#app/scheduling/actions/day_changed'
import { transition } from '#app/scheduling/actions/transition'
import { ReservationConfirmed } from '#app/scheduling/events'
import { Reservation } from '#app/scheduling/models/reservation'
import { Service } from '#app/scheduling/models/service'

export interface ConfirmInput {
  readonly customerId: number | null
  /** epoch ms until which a mailed link must be confirmed; it occupies until then */
  readonly pendingUntil?: number
}

/** Turns a hold, or what was pending, into an appointment with its number (B10, Q2). */
export async function confirm(
  trx: Trx,
  reservation: Reservation,
  { customerId, pendingUntil }: ConfirmInput
): Promise<Result<{ reservation: Reservation }, 'hold_lapsed'>> {
  const now = clock.now()
  const isWaiting = (waiting: Reservation) => waiting.isWaiting() && waiting.isLiving(now)
  const isChanged = await transition(
    trx,
    reservation,
    isWaiting,
    pendingUntil === undefined
      ? { state: 'confirmed', customerId, expiresAt: null, confirmedAt: now }
      : { state: 'pending', customerId, expiresAt: pendingUntil }
  )
  if (!isChanged) return { ok: false, reason: 'hold_lapsed' }
  if (reservation.state === 'confirmed') {
    await allotNumber(trx, reservation)
    await emit(trx, ReservationConfirmed, { reservationId: reservation.id })
  }
  await dayChanged(trx, reservation.locationId, reservation.day)
  return { ok: true, reservation }
}

/** The next number of the reservation's location, local day and letter. */
export async function allotNumber(trx: Trx, reservation: Reservation): Promise<void> {
  const { id, serviceId, locationId, day } = reservation
  const sql = `select letter from ${Service.table} where id = ?`
  const [{ letter }] = await rows<{ letter: string }>(trx, sql, [serviceId])
  const number = await allotAppointmentNumber(trx, { locationId, day, letter })
  await updateRows(trx, Reservation, { id }, { number })
  reservation.merge({ number })
  reservation.$hydrateOriginals()
}
