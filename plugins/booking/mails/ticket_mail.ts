import { defineMail } from '#core/messaging'
import { sample, type AppointmentMail } from '#plugins/booking/mails/appointment_mail'
import { mailedInvite } from '#plugins/booking/mails/invite'

/** B10: the ticket, with number, place, calendar entry and the link to change it. */
export const TicketMail = defineMail<AppointmentMail>({
  id: 'booking.ticket',
  view: 'booking::mails/ticket',
  subject: ({ number, service }, t) =>
    t('booking.mails.ticket.subject', { number: number ?? '', service }),
  attachments: (data) => [mailedInvite('REQUEST', data)],
  sample,
})
