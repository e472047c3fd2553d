import type { Translate } from '#core/messaging'

/** What makes a mail necessary; each is a template of its own that operators may word. */
export const OCCASIONS = [
  'requested',
  'confirmed',
  'moved',
  'cancelled',
  'refused',
  'cancelled_by_unit',
] as const
export type Occasion = (typeof OCCASIONS)[number]

/**
 * What every mail about a visit tells; stored with the mail and rendered when sent. What kind of
 * visit it is and with whom is null where the setting hides it, so that it is not even stored.
 * The patient's reason is never in it.
 */
export type VisitMail = {
  publicId: string
  number: string | null
  firstName: string
  location: string
  address: string | null
  phone: string | null
  zone: string
  startsAt: number
  endsAt: number
  sequence: number
  /** The patient has an account, where the page of the visit is. */
  hasAccount: boolean
  /** There is something to bring or to do before. */
  hasPreparation: boolean
  shown: { type: string; clinic: string; preparation: string | null } | null
  /** Dates that are free instead, in epoch milliseconds. */
  instead: number[]
}

const START = Date.UTC(2027, 0, 19, 8, 30)
const DAY = 86_400_000

/** An invented visit for previews by staff. */
export const sample = (t: Translate): VisitMail => ({
  publicId: 'Zm9vYmFyYmF6cXV4MTIzNA',
  number: 'VV012',
  firstName: 'Ada',
  location: t('patient-visits.mail_sample.location'),
  address: 'Lipowa 4, 87-100 Toruń',
  phone: '+48 56 000 00 00',
  zone: 'Europe/Warsaw',
  startsAt: START,
  endsAt: START + 1_800_000,
  sequence: 0,
  hasAccount: true,
  hasPreparation: true,
  shown: null,
  instead: [START + DAY, START + 2 * DAY],
})
