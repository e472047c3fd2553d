import { Customer } from '#core/customers'
import { queueMail } from '#core/messaging'
import { translated } from '#core/organisation'
import { rows, type Trx } from '#core/platform'
import type { Reservation } from '#core/scheduling'
import type { Occasion, VisitMail } from '#plugins/patient-visits/mails/visit_mail'
import { VISIT_MAILS } from '#plugins/patient-visits/mails/visit_mails'
import type { Visit } from '#plugins/patient-visits/models/visit'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

type Recipient = {
  first_name: string
  last_name: string
  email: string | null
  user_id: number | null
}

type Told = {
  visit: Visit
  reservation: Reservation
  offer: VisitOffer
  occasion: Occasion
  instead?: readonly number[]
}

/**
 * Writes the mail of an occasion into the transaction that caused it. A patient without an e-mail
 * address gets none.
 */
export async function queueVisitMail(trx: Trx, told: Told): Promise<void> {
  const { visit, reservation, occasion } = told
  const sql = `select first_name, last_name, email, user_id from ${Customer.table} where id = ?`
  const [patient] = await rows<Recipient>(trx, sql, [visit.customerId])
  if (!patient.email) return
  await queueMail(trx, VISIT_MAILS[occasion], {
    to: patient.email,
    toName: `${patient.first_name} ${patient.last_name}`.trim(),
    locale: visit.locale,
    data: wordsOf(told, patient),
    dedupeKey: `patient-visits.${occasion}:${visit.publicId}:${reservation.sequence}`,
    about: { object: 'patient-visits.visit', id: visit.id },
  })
}

function wordsOf({ visit, reservation, offer, instead = [] }: Told, patient: Recipient): VisitMail {
  const { location, service } = offer
  return {
    publicId: visit.publicId,
    number: reservation.number,
    firstName: patient.first_name,
    location: location.name,
    address: location.address,
    phone: offer.clinic.phone ?? location.phone,
    zone: location.zone,
    startsAt: reservation.startsAt,
    endsAt: reservation.endsAt,
    sequence: reservation.sequence,
    hasAccount: patient.user_id !== null,
    hasPreparation: Boolean(translated(service.preparation, visit.locale)),
    shown: shownOf(offer, visit.locale),
    instead: [...instead],
  }
}

/** What the setting keeps out of mails, calendars and prints; null while it does. */
export function shownOf(offer: VisitOffer, locale: Visit['locale']): VisitMail['shown'] {
  if (offer.isDiscreet) return null
  const { service, clinic } = offer
  return {
    type: translated(service.name, locale),
    clinic: translated(clinic.name, locale),
    preparation: translated(service.preparation, locale) || null,
  }
}
