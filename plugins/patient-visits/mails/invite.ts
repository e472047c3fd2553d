import { calendarInvite, mailUrl, type CalendarInvite, type Translate } from '#core/messaging'
import type { VisitMail } from '#plugins/patient-visits/mails/visit_mail'

type Words = Omit<VisitMail, 'firstName' | 'phone' | 'instead' | 'hasPreparation' | 'zone'>

/**
 * The calendar entry of a visit: one UID for its life, a higher SEQUENCE at each change. Calendars
 * are shared with families and employers, so it says no more than the mail does.
 */
export function invite(
  method: CalendarInvite['method'],
  { shown, number, ...visit }: Words,
  t: Translate
): CalendarInvite {
  const summary = shown ? `${shown.type}, ${shown.clinic}` : t('patient-visits.visit')
  return {
    uid: visit.publicId,
    sequence: visit.sequence,
    method,
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    summary: number ? `${summary} (${number})` : summary,
    description: shown?.preparation ?? undefined,
    location: [visit.location, visit.address].filter(Boolean).join(', '),
    url: visit.hasAccount
      ? mailUrl('patient-visits.mine.show', { id: visit.publicId })
      : mailUrl('patient-visits.start.show'),
  }
}

/** A cancellation counts as one more change. */
export const mailedInvite = (method: 'REQUEST' | 'CANCEL', mail: VisitMail, t: Translate) =>
  calendarInvite(
    invite(method, { ...mail, sequence: mail.sequence + (method === 'CANCEL' ? 1 : 0) }, t)
  )
