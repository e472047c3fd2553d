import type { Translate } from '#core/messaging'

/** What every mail about an appointment tells; stored with the mail and rendered when sent. */
export type AppointmentMail = {
  publicId: string
  /** Secret of the link in this mail. */
  token: string
  number: string | null
  firstName: string
  service: string
  preparation: string | null
  location: string
  address: string | null
  zone: string
  startsAt: number
  endsAt: number
  sequence: number
  reason: string | null
}

const START = Date.UTC(2027, 0, 19, 8, 30)

/** An invented appointment for previews by staff. */
export const sample = (t: Translate): AppointmentMail => ({
  publicId: 'Zm9vYmFyYmF6cXV4MTIzNA',
  token: 'sample-link-without-any-effect',
  number: 'AA042',
  firstName: 'Ada',
  service: t('booking.mail_sample.service'),
  preparation: t('booking.mail_sample.preparation'),
  location: 'Optik am Rosenplatz',
  address: 'Rosenplatz 7, 70173 Stuttgart',
  zone: 'Europe/Berlin',
  startsAt: START,
  endsAt: START + 3_600_000,
  sequence: 0,
  reason: null,
})
