import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible } from '#core/accounts'
import { viewerOf } from '#core/admin'
import { translated } from '#core/organisation'
import { visitOffers, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

/** `pisa/Zm9v…`: a visit type at a unit, as one choice. */
export const wordOf = ({ location, type }: VisitOffer) => `${location.slug}/${type.publicId}`

/** What staff of these units book, and of it what the form names; of another unit it is a 404. */
export async function offersAtDesk(ctx: HttpContext, named: unknown) {
  const every = await visitOffers('staff')
  const asked = every.find((one) => wordOf(one) === named) ?? null
  if (asked) await assertVisible(ctx.auth.use('web').getUserOrFail(), asked.location.id)
  const { locationIds } = await viewerOf(ctx)
  const own = every.filter(({ location }) => locationIds?.includes(location.id) ?? true)
  return { own, asked }
}

/** The menu of visit types by clinic. */
export function offerGroups({ locale }: HttpContext, offers: readonly VisitOffer[]) {
  const byClinic = Map.groupBy(offers, ({ clinic }) => clinic)
  return [...byClinic].map(([clinic, own]) => ({
    label: translated(clinic.name, locale),
    options: own.map((offer) => ({
      value: wordOf(offer),
      label: `${translated(offer.service.name, locale)} – ${offer.location.name}`,
    })),
  }))
}
