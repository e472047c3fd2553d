import { defineEvent } from '#core/platform'

interface AboutReservation {
  reservationId: number
}

/** A reservation has its number and takes place. */
export const ReservationConfirmed = defineEvent<AboutReservation>(
  'scheduling.reservation_confirmed'
)

/** Its time or its resources have changed. */
export const ReservationMoved = defineEvent<AboutReservation>('scheduling.reservation_moved')

/** A pending or confirmed reservation was given back or has lapsed. */
export const ReservationReleased = defineEvent<AboutReservation>('scheduling.reservation_released')
