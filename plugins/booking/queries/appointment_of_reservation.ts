import { Appointment } from '#plugins/booking/models/appointment'

/** The appointment of a reservation that this plugin owns, with the reservation. */
export const appointmentOfReservation = (reservationId: number): Promise<Appointment> =>
  Appointment.query().where({ reservationId }).preload('reservation').firstOrFail()
