import { defineMail } from '#core/messaging'
import { sample, type AppointmentMail } from '#plugins/booking/mails/appointment_mail'

/** The place is kept until the button behind this link is pressed. */
export const ConfirmLinkMail = defineMail<AppointmentMail>({
  id: 'booking.confirm_link',
  view: 'booking::mails/confirm_link',
  subject: ({ service }, t) => t('booking.mails.confirm_link.subject', { service }),
  sample,
})
