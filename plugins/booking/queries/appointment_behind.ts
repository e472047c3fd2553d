import { Location } from '#core/organisation'
import { Service } from '#core/scheduling'
import { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink, type LinkPurpose } from '#plugins/booking/models/booking_link'
import type { Offer } from '#plugins/booking/queries/offers'

export type ManagedAppointment = { appointment: Appointment; offer: Offer; token: string }

/** The appointment behind a mailed secret: five statements. None when wrong or expired. */
export async function appointmentBehind(
  token: string,
  purpose: LinkPurpose
): Promise<ManagedAppointment | null> {
  const link = await BookingLink.ofToken(token, purpose)
  if (!link) return null
  const appointment = await Appointment.query()
    .where('id', link.appointmentId)
    .preload('reservation')
    .firstOrFail()
  const service = await Service.findOrFail(appointment.reservation.serviceId)
  const location = await Location.findOrFail(appointment.reservation.locationId)
  return { appointment, offer: { service, location }, token }
}
