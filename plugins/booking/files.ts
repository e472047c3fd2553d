import { mayVisit, signedInUser } from '#core/accounts'
import { defineFileUse } from '#core/files'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'

/** What customers attach when a service asks for a file; read by staff who see the appointment. */
export const appointmentFiles = defineFileUse({
  id: 'booking.appointment',
  table: Appointment.table,
  types: ['pdf', 'png', 'jpeg', 'webp'],
  // One for each question; a form has no more of them.
  most: 40,
  async mayRead(ctx, appointmentId) {
    const user = ctx.can('booking.view') ? await signedInUser(ctx) : null
    const appointment = user && (await Appointment.find(appointmentId))
    if (!appointment) return false
    const { locationId } = await Reservation.findOrFail(appointment.reservationId)
    return mayVisit(user, locationId)
  },
})
