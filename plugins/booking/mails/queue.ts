import { Customer } from '#core/customers'
import { queueMail } from '#core/messaging'
import { translated } from '#core/organisation'
import { rows, type Trx } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import { linkLife } from '#plugins/booking/domain/link_life'
import type { AppointmentMail } from '#plugins/booking/mails/appointment_mail'
import { CancelledMail } from '#plugins/booking/mails/cancelled_mail'
import { ConfirmLinkMail } from '#plugins/booking/mails/confirm_link_mail'
import { MovedMail } from '#plugins/booking/mails/moved_mail'
import { TicketMail } from '#plugins/booking/mails/ticket_mail'
import type { Appointment } from '#plugins/booking/models/appointment'
import { BookingLink } from '#plugins/booking/models/booking_link'
import { offerBooked } from '#plugins/booking/queries/offers'

const MAILS = {
  ticket: TicketMail,
  moved: MovedMail,
  cancelled: CancelledMail,
  confirm_link: ConfirmLinkMail,
}

type Recipient = { first_name: string; last_name: string; email: string | null }

type Occasion = {
  appointment: Appointment
  reservation: Reservation
  occasion: keyof typeof MAILS
}

/**
 * Writes the mail of an occasion into the transaction that caused it. A customer without an
 * e-mail address (booked by phone) gets none.
 */
export async function queueAppointmentMail(
  trx: Trx,
  { appointment, reservation, occasion }: Occasion
): Promise<void> {
  const sql = `select first_name, last_name, email from ${Customer.table} where id = ?`
  const [customer] = await rows<Recipient>(trx, sql, [appointment.customerId])
  if (!customer.email) return
  const { service, location } = await offerBooked(reservation, trx)
  const token = await BookingLink.issue(trx, {
    appointmentId: appointment.id,
    purpose: occasion === 'confirm_link' ? 'confirm' : 'manage',
    expiresAt: linkLife(reservation.endsAt),
  })
  await queueMail(trx, MAILS[occasion], {
    to: customer.email,
    toName: `${customer.first_name} ${customer.last_name}`.trim(),
    locale: appointment.locale,
    data: {
      ...wordsOf(appointment, reservation),
      token,
      firstName: customer.first_name,
      service: translated(service.name, appointment.locale),
      preparation: service.preparation && translated(service.preparation, appointment.locale),
      location: location.name,
      address: location.address,
      zone: location.zone,
    } satisfies AppointmentMail,
    dedupeKey: `booking.${occasion}:${appointment.publicId}:${reservation.sequence}`,
    about: { object: 'booking.appointment', id: appointment.id },
  })
}

function wordsOf(appointment: Appointment, reservation: Reservation) {
  return {
    publicId: appointment.publicId,
    number: reservation.number,
    startsAt: reservation.startsAt,
    endsAt: reservation.endsAt,
    sequence: reservation.sequence,
    reason: reservation.releaseReason,
  }
}
