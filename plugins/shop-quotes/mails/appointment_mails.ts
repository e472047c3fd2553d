import { calendarInvite, defineMail, mailUrl, type MailType, type Translate } from '#core/messaging'
import type { CalendarInvite } from '#core/messaging'

export const APPOINTMENT_OCCASIONS = ['booked', 'moved', 'cancelled'] as const
export type AppointmentOccasion = (typeof APPOINTMENT_OCCASIONS)[number]

/** What a mail about the appointment of an order tells. */
export type AppointmentMail = {
  /** Public ids of the order, whose page asks for the account, and of the appointment. */
  order: string
  appointment: string
  orderNumber: string
  firstName: string
  service: string
  /** By which one is called, `AA042`. */
  number: string | null
  location: string
  address: string | null
  zone: string
  startsAt: number
  endsAt: number
  /** Counts the changes of its time. */
  sequence: number
  preparation: string | null
  /** Why it was cancelled, where somebody said so. */
  text: string | null
}

const START = Date.UTC(2027, 0, 19, 8, 30)

const sample = (t: Translate): AppointmentMail => ({
  ...{ order: 'c2FtcGxlLW9mLWFuLWlk', appointment: 'Zm9vYmFyYmF6cXV4MTIzNA' },
  ...{ orderNumber: 'O-2027-00042', firstName: 'Ada', number: 'AA012' },
  service: t('shop-quotes.mail_sample.service'),
  location: t('shop-quotes.mail_sample.place'),
  ...{ address: 'Lipowa 4, 87-100 Toruń', zone: 'Europe/Warsaw' },
  ...{ startsAt: START, endsAt: START + 1_800_000, sequence: 0, preparation: null },
  text: t('shop-quotes.mail_sample.reason'),
})

type Entry = Omit<AppointmentMail, 'firstName' | 'zone' | 'text' | 'orderNumber'>

/** The calendar entry of an appointment: one UID for its life, a higher SEQUENCE at each change. */
export const invite = (method: CalendarInvite['method'], entry: Entry): CalendarInvite =>
  calendarInvite({
    ...{ uid: entry.appointment, method, sequence: entry.sequence },
    ...{ startsAt: entry.startsAt, endsAt: entry.endsAt },
    summary: entry.number ? `${entry.service} (${entry.number})` : entry.service,
    description: entry.preparation ?? undefined,
    location: [entry.location, entry.address].filter(Boolean).join(', '),
    url: mailUrl('shop-quotes.mine.orders.show', { id: entry.order }),
  })

/** A cancellation counts as one more change. */
const mailedInvite = (occasion: AppointmentOccasion, mail: AppointmentMail) =>
  occasion === 'cancelled'
    ? invite('CANCEL', { ...mail, sequence: mail.sequence + 1 })
    : invite('REQUEST', mail)

const mailOf = (occasion: AppointmentOccasion): MailType<AppointmentMail> =>
  defineMail<AppointmentMail>({
    id: `shop-quotes.appointment_${occasion}`,
    view: `shop_quotes::mails/appointment_${occasion}`,
    subject: ({ orderNumber: number }, t) =>
      t(`shop-quotes.mails.appointment_${occasion}.subject`, { number }),
    attachments: (mail) => [mailedInvite(occasion, mail)],
    sample,
    confidential: true,
  })

export const APPOINTMENT_MAILS = Object.fromEntries(
  APPOINTMENT_OCCASIONS.map((occasion) => [occasion, mailOf(occasion)])
) as Record<AppointmentOccasion, MailType<AppointmentMail>>
