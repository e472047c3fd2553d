import { defineMail } from '#core/messaging'
import { sample, type AppointmentMail } from '#plugins/booking/mails/appointment_mail'
import { mailedInvite } from '#plugins/booking/mails/invite'

/** The appointment is cancelled; the calendar entry goes. */
export const CancelledMail = defineMail<AppointmentMail>({
  id: 'booking.cancelled',
  view: 'booking::mails/cancelled',
  subject: ({ service }, t) => t('booking.mails.cancelled.subject', { service }),
  attachments: (data) => [mailedInvite('CANCEL', { ...data, sequence: data.sequence + 1 })],
  sample,
})
