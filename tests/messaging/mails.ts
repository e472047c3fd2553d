import { OutboxMail, calendarInvite, defineMail, queueMail } from '#core/messaging'
import { transaction } from '#core/platform'

export const NOW = Date.parse('2027-01-18T09:00:00Z')
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** An appointment mail; its body is the test mail's, since only subject and invite matter here. */
export const VisitMail = defineMail<{ number: string; startsAt: number }>({
  id: 'testing.visit',
  view: 'messaging/mails/test',
  subject: ({ number }, t) => `${number}: ${t('messaging.test.subject')}`,
  attachments: ({ startsAt }) => [
    calendarInvite({
      uid: 'visit-1',
      sequence: 0,
      method: 'REQUEST',
      startsAt,
      endsAt: startsAt + 30 * MINUTE,
      summary: 'Visit',
    }),
  ],
  sample: () => ({ number: 'AA001', startsAt: NOW }),
})

export const SecretMail = defineMail<{ token: string }>({
  id: 'testing.secret',
  view: 'messaging/mails/test',
  subject: (_, t) => t('messaging.test.subject'),
  sample: () => ({ token: 'x' }),
  confidential: true,
})

export const anna = { to: 'anna@example.org', toName: 'Anna Rossi', locale: 'it' as const }
export const visit = { number: 'AA042', startsAt: NOW + DAY }

export const queueVisit = (values: Partial<typeof anna> = {}) =>
  transaction((trx) => queueMail(trx, VisitMail, { ...anna, ...values, data: visit }))
export const onlyMail = () => OutboxMail.query().firstOrFail()
