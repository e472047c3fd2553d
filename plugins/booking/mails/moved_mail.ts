import { defineMail } from '#core/messaging'
import { sample, type AppointmentMail } from '#plugins/booking/mails/appointment_mail'
import { mailedInvite } from '#plugins/booking/mails/invite'

/** The same appointment at another time; the calendar entry moves along. */
export const MovedMail = defineMail<AppointmentMail>({
  id: 'booking.moved',
  view: 'booking::mails/moved',
  subject: ({ number, service }, t) =>
    t('booking.mails.moved.subject', { number: number ?? '', service }),
  attachments: (data) => [mailedInvite('REQUEST', data)],
  sample,
})
