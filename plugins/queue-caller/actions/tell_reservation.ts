import type { Actor, Trx } from '#core/platform'
import { recordOutcome, Reservation, type ReservationOutcome } from '#core/scheduling'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

/**
 * What became of an appointment goes back to its reservation, so that its page and the customer
 * card tell it. What staff have said there already stays as they said it.
 */
export async function tellReservation(
  trx: Trx,
  ticket: Ticket,
  { outcome, by }: { outcome: ReservationOutcome | null; by: Actor }
): Promise<void> {
  if (ticket.reservationId === null) return
  const reservation = await Reservation.query({ client: trx })
    .where('id', ticket.reservationId)
    .preload('location')
    .firstOrFail()
  const { zone } = reservation.location
  await recordOutcome(trx, reservation, { outcome, by, zone })
}
