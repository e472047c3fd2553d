import { defineMail, type MailType } from '#core/messaging'
import { mailedInvite } from '#plugins/patient-visits/mails/invite'
import {
  OCCASIONS,
  sample,
  type Occasion,
  type VisitMail,
} from '#plugins/patient-visits/mails/visit_mail'

/** What a calendar is told; a request is no date to keep yet. */
const INVITES: Partial<Record<Occasion, 'REQUEST' | 'CANCEL'>> = {
  confirmed: 'REQUEST',
  moved: 'REQUEST',
  cancelled: 'CANCEL',
  cancelled_by_unit: 'CANCEL',
}

const mailOf = (occasion: Occasion): MailType<VisitMail> => {
  const method = INVITES[occasion]
  return defineMail<VisitMail>({
    id: `patient-visits.${occasion}`,
    view: `patient_visits::mails/${occasion}`,
    subject: (_, t) => t(`patient-visits.mails.${occasion}.subject`),
    attachments: (data, t) => (method ? [mailedInvite(method, data, t)] : []),
    sample,
  })
}

export const VISIT_MAILS = Object.fromEntries(
  OCCASIONS.map((occasion) => [occasion, mailOf(occasion)])
) as Record<Occasion, MailType<VisitMail>>
