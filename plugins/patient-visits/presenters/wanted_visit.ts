import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import {
  visitOffers,
  type Doctor,
  type VisitOffer,
} from '#plugins/patient-visits/queries/visit_offers'
import { wantedVisitValidator } from '#plugins/patient-visits/validators/visit'

/** A visit type at a unit, with one doctor or with whoever is free. */
export type WantedVisit = { offer: VisitOffer; doctor: Doctor | null }

/** What an address or a form names; 404 when it is no longer offered. */
export async function wantedVisit({ request }: HttpContext): Promise<WantedVisit> {
  const { visit, unit, doctor: named } = request.all()
  // A menu whose first entry is anybody sends an empty word.
  const asked = { visit, unit, ...(named ? { doctor: named } : {}) }
  const [error, wanted] = await wantedVisitValidator.tryValidate(asked)
  const all = error ? [] : await visitOffers('public')
  const offer = all.find(
    ({ type, location }) => type.publicId === wanted?.visit && location.slug === wanted.unit
  )
  const doctor = offer?.doctors.find(({ publicId }) => publicId === wanted?.doctor) ?? null
  if (!offer || (wanted?.doctor && !doctor)) {
    throw new Exception('No such visit is offered', { status: 404 })
  }
  return { offer, doctor }
}

/** The same in an address, without a word that tells what it is about. */
export const wantedParams = ({ offer, doctor }: WantedVisit): Record<string, string> => ({
  visit: offer.type.publicId,
  unit: offer.location.slug,
  ...(doctor ? { doctor: doctor.publicId } : {}),
})
