import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { wantedParams } from '#plugins/patient-visits/presenters/wanted_visit'
import type { VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/**
 * Visit types by clinic; then the units of the one that was chosen, if there are several. `chosen`
 * is where the way goes on once both are known.
 */
export function presentTypeChoice(ctx: HttpContext, offers: readonly VisitOffer[]) {
  const asked: Record<string, unknown> = ctx.request.qs()
  const ofType = offers.filter(({ type }) => type.publicId === asked.visit)
  const only = ofType.length === 1 ? ofType[0] : null
  const start = urlFor('patient-visits.types.index')
  const isUnit = ofType.length > 1
  return {
    title: ctx.i18n.t(`patient-visits.types.${isUnit ? 'where' : 'title'}`),
    back: { href: isUnit ? start : urlFor('patient-visits.mine.index') },
    chosen: only && wantedParams({ offer: only, doctor: null }),
    clinics: isUnit ? [] : clinicsOf(ctx, offers),
    units: isUnit ? ofType.map(unitOf) : [],
    isUnknown: asked.visit !== undefined && ofType.length === 0,
  }
}

function clinicsOf({ locale, i18n }: HttpContext, offers: readonly VisitOffer[]) {
  return [...Map.groupBy(offers, ({ clinic }) => clinic)].map(([clinic, own]) => ({
    name: translated(clinic.name, locale),
    description: translated(clinic.description, locale),
    items: [...new Map(own.map((offer) => [offer.type.id, offer])).values()].map(
      ({ type, service }) => ({
        label: translated(service.name, locale),
        note: i18n.t('patient-visits.types.minutes', { minutes: service.durationMinutes }),
        href: urlFor('patient-visits.types.index', {}, { visit: type.publicId }),
      })
    ),
  }))
}

const unitOf = (offer: VisitOffer) => ({
  label: offer.location.name,
  note: offer.location.address ?? '',
  href: urlFor('patient-visits.times.index', {}, wantedParams({ offer, doctor: null })),
})
