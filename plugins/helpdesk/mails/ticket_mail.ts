import { defineMail, type MailType, type Translate } from '#core/messaging'
import type { Urgency } from '#plugins/helpdesk/domain/priority'

/** What makes a mail to the customer necessary; each is a template that operators may word. */
export const OCCASIONS = [
  'opened',
  'answered',
  'asked',
  'proposed',
  'extended',
  'reminded',
  'accepted',
  'lapsed',
  'cancelled',
  'merged',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/** What every mail about a ticket tells; never what kind of ticket it is (H1). */
export type TicketMail = {
  /** Opens the ticket once, for reading. */
  token: string
  number: string
  subject: string
  firstName: string
  urgency: Urgency
  /** What the customer wrote, or what the team answers. */
  text: string | null
  /** `2026-12-09`: after it a proposed solution counts as accepted. */
  lastDay: string | null
  /** Until when it can be taken back or reopened, in epoch milliseconds. */
  until: number | null
  zone: string
  /** Number of the ticket that goes on in its place. */
  other: string | null
}

const sample = (t: Translate): TicketMail => ({
  token: 'c2FtcGxlLW9mLWEtdG9rZW4',
  number: 'T-2026-00042',
  subject: t('helpdesk.mail_sample.subject'),
  firstName: 'Ada',
  urgency: 'medium',
  text: t('helpdesk.mail_sample.text'),
  lastDay: '2027-01-19',
  until: Date.UTC(2027, 0, 22, 9),
  zone: 'Europe/Madrid',
  other: 'T-2026-00040',
})

const mailOf = (occasion: Occasion): MailType<TicketMail> =>
  defineMail<TicketMail>({
    id: `helpdesk.${occasion}`,
    view: `helpdesk::mails/${occasion}`,
    subject: ({ number }, t) => t(`helpdesk.mails.${occasion}.subject`, { number }),
    sample,
    confidential: true,
  })

export const TICKET_MAILS = Object.fromEntries(
  OCCASIONS.map((occasion) => [occasion, mailOf(occasion)])
) as Record<Occasion, MailType<TicketMail>>
