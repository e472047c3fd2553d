import db from '@adonisjs/lucid/services/db'
import { clock, columnsOf, hashToken, type JoinedRow, recordIn, rows } from '#core/platform'
import { Reservation } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import type { LinkPurpose } from '#plugins/booking/models/booking_link'
import { offerBooked, type Offer } from '#plugins/booking/queries/offers'

export type ManagedAppointment = { appointment: Appointment; offer: Offer; token: string }

const BEHIND = `
  select ${columnsOf(Appointment, Reservation).join(', ')}
  from booking_links
  join ${Appointment.table} on ${Appointment.table}.id = booking_links.appointment_id
  join ${Reservation.table} on ${Reservation.table}.id = ${Appointment.table}.reservation_id
  where booking_links.token_hash = ? and booking_links.purpose = ? and booking_links.expires_at > ?`

/** The appointment behind a mailed secret, in two statements. None when wrong or expired. */
export async function appointmentBehind(
  token: string,
  purpose: LinkPurpose
): Promise<ManagedAppointment | null> {
  const wanted = [hashToken(token), purpose, clock.now()]
  const [row] = await rows<JoinedRow>(db.connection(), BEHIND, wanted)
  if (!row) return null
  const appointment = recordIn(Appointment, row)!
  const reservation = recordIn(Reservation, row)!
  appointment.$setRelated('reservation', reservation)
  return { appointment, offer: await offerBooked(reservation), token }
}
