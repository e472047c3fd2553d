import type { Location } from '#core/organisation'
import { Service } from '#core/scheduling'

/** A service at a place where it is offered: what a customer books. */
export type Offer = { service: Service; location: Location }

type Audience = 'public' | 'staff'

/** All offers, services in the operator's order; staff also book services that are not public. */
export async function offers(audience: Audience): Promise<Offer[]> {
  const query = Service.query().where('active', true).orderBy('position').orderBy('id')
  if (audience === 'public') query.where('public', true)
  const services = await query.preload('locations', (places) =>
    places.where('active', true).orderBy('name')
  )
  return services.flatMap((service) => service.locations.map((location) => ({ service, location })))
}

/** B1: the offer that a link names by its stable words; none when it is no longer offered. */
export async function offerOf(
  words: { location: string; service: string },
  audience: Audience
): Promise<Offer | null> {
  const query = Service.query().where({ slug: words.service, active: true })
  if (audience === 'public') query.where('public', true)
  const service = await query
    .preload('locations', (places) => places.where({ slug: words.location, active: true }))
    .first()
  const location = service?.locations[0]
  return service && location ? { service, location } : null
}
