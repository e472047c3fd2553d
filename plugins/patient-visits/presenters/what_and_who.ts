import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import type { Doctor, VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** "Follow-up · Cardiology · Clinic by the park" */
export const whatOf = ({ locale }: HttpContext, { service, clinic, location }: VisitOffer) =>
  [translated(service.name, locale), translated(clinic.name, locale), location.name].join(' · ')

/** Whom an address or a form names of those who can be chosen; null for whoever is free. */
export const doctorIn = (
  { doctors }: VisitOffer,
  { doctor }: Readonly<Record<string, unknown>>
): Doctor | null => doctors.find(({ publicId }) => publicId === doctor) ?? null

/** The menu of doctors; null where there is no choice. */
export function whoOf({ i18n }: HttpContext, { doctors }: VisitOffer, doctor: Doctor | null) {
  if (doctors.length < 2) return null
  const named = doctors.map(({ publicId, name }) => ({ value: publicId, label: name }))
  return {
    options: [{ value: '', label: i18n.t('patient-visits.times.any_doctor') }, ...named],
    value: doctor?.publicId ?? '',
  }
}
