import { defineMail, type MailType, type Translate } from '#core/messaging'
import { ALARMS, type Alarm } from '#plugins/helpdesk/domain/deadline_alarms'
import type { Priority } from '#plugins/helpdesk/domain/priority'
import type { TargetKind } from '#plugins/helpdesk/domain/targets'

/** What staff read about a deadline; the ticket itself they open in the panel. */
export type DeadlineMail = {
  ticketId: number
  number: string
  subject: string
  priority: Priority
  kind: TargetKind
  dueAt: number
  /** Of the calendar by whose hours it is counted. */
  zone: string
  firstName: string
}

const sample = (t: Translate): DeadlineMail => ({
  ...{ ticketId: 42, number: 'T-2026-00042', subject: t('helpdesk.mail_sample.subject') },
  ...{ priority: 2, kind: 'first_answer', firstName: 'Ada' },
  ...{ dueAt: Date.UTC(2027, 0, 19, 11), zone: 'Europe/Madrid' },
})

const mailOf = (alarm: Alarm): MailType<DeadlineMail> =>
  defineMail<DeadlineMail>({
    id: `helpdesk.deadline_${alarm}`,
    view: `helpdesk::mails/deadline_${alarm}`,
    subject: ({ number }, t) => t(`helpdesk.mails.deadline_${alarm}.subject`, { number }),
    sample,
  })

export const DEADLINE_MAILS = Object.fromEntries(
  ALARMS.map((alarm) => [alarm, mailOf(alarm)])
) as Record<Alarm, MailType<DeadlineMail>>
