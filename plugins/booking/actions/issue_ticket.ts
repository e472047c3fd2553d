import { audit } from '#core/audit'
import { transaction, type Actor } from '#core/platform'
import { linkLife } from '#plugins/booking/domain/link_life'
import type { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink } from '#plugins/booking/models/booking_link'
import { appointmentOfReservation } from '#plugins/booking/queries/appointment_of_reservation'

type Issued = { appointment: Appointment; token: string }

/** Hands the ticket to the desk, with the secret of a link of its own as each mail carries one. */
export class IssueTicket {
  async handle(reservationId: number, by: Actor): Promise<Issued> {
    const appointment = await appointmentOfReservation(reservationId)
    const { id, reservation } = appointment
    const token = await transaction(async (trx) => {
      await audit(trx, {
        actor: by,
        action: 'booking.ticket_issued',
        object: 'booking.appointment',
        objectId: id,
      })
      const expiresAt = linkLife(reservation.endsAt)
      return BookingLink.issue(trx, { appointmentId: id, purpose: 'manage', expiresAt })
    })
    return { appointment, token }
  }
}
