import { listen, type Listener } from '#core/platform'
import {
  Reservation,
  ReservationConfirmed,
  ReservationMoved,
  ReservationReleased,
} from '#core/scheduling'
import { BringAppointments } from '#plugins/queue-caller/actions/bring_appointments'

/** Events only wake the queue: what is due today it reads from the reservations. */
async function wake({ reservationId }: { reservationId: number }): Promise<void> {
  const reservation = await Reservation.query()
    .where('id', reservationId)
    .preload('location')
    .first()
  if (reservation) await new BringAppointments().handle(reservation.location)
}

export const listeners: Listener[] = [
  listen(ReservationConfirmed, 'queue-caller.wake_for_confirmed', wake),
  listen(ReservationMoved, 'queue-caller.wake_for_moved', wake),
  listen(ReservationReleased, 'queue-caller.wake_for_released', wake),
]
