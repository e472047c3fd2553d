import db from '@adonisjs/lucid/services/db'
import { Location } from '#core/organisation'
import { clock, hashToken } from '#core/platform'
import { Reservation, Service } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink, type LinkPurpose } from '#plugins/booking/models/booking_link'
import { columnsOf, recordIn } from '#plugins/booking/queries/joined'
import type { Offer } from '#plugins/booking/queries/offers'

export type ManagedAppointment = { appointment: Appointment; offer: Offer; token: string }

/** The appointment behind a mailed secret, in one statement. None when wrong or expired. */
export async function appointmentBehind(
  token: string,
  purpose: LinkPurpose
): Promise<ManagedAppointment | null> {
  const row = await db
    .from(BookingLink.table)
    .join(Appointment.table, 'booking_appointments.id', 'booking_links.appointment_id')
    .join(Reservation.table, `${Reservation.table}.id`, 'booking_appointments.reservation_id')
    .join(Service.table, `${Service.table}.id`, `${Reservation.table}.service_id`)
    .join(Location.table, `${Location.table}.id`, `${Reservation.table}.location_id`)
    .where({ 'booking_links.token_hash': hashToken(token), 'booking_links.purpose': purpose })
    .where('booking_links.expires_at', '>', clock.now())
    .select(columnsOf(Appointment, Reservation, Service, Location))
    .first()
  if (!row) return null
  const appointment = recordIn(Appointment, row)!
  appointment.$setRelated('reservation', recordIn(Reservation, row)!)
  return {
    appointment,
    offer: { service: recordIn(Service, row)!, location: recordIn(Location, row)! },
    token,
  }
}
