import { mailUrl, type CalendarInvite } from '#core/messaging'
import type { AppointmentMail } from '#plugins/booking/mails/appointment_mail'

type Words = Pick<AppointmentMail, 'service' | 'location' | 'address' | 'startsAt' | 'endsAt'> &
  Pick<AppointmentMail, 'publicId' | 'sequence' | 'number' | 'preparation'> & { url: string }

/** The calendar entry of an appointment: one UID for its life, a higher SEQUENCE at each change. */
export function invite(method: CalendarInvite['method'], words: Words): CalendarInvite {
  return {
    uid: words.publicId,
    sequence: words.sequence,
    method,
    startsAt: words.startsAt,
    endsAt: words.endsAt,
    summary: words.number ? `${words.service} (${words.number})` : words.service,
    description: words.preparation ?? undefined,
    location: [words.location, words.address].filter(Boolean).join(', '),
    url: words.url,
  }
}

/** The entry that a mail carries: it leads to the page behind the mail's own link. */
export const mailedInvite = (method: CalendarInvite['method'], mail: AppointmentMail) =>
  invite(method, { ...mail, url: mailUrl('booking.manage.show', { token: mail.token }) })
