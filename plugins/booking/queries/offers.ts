import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import type { Location } from '#core/organisation'
import { Service, whileRulesStand } from '#core/scheduling'

/** A service at a place where it is offered: what a customer books. */
export type Offer = {
  readonly service: Readonly<ModelAttributes<Service>>
  readonly location: Readonly<ModelAttributes<Location>>
}

type Audience = 'public' | 'staff'

/** Plain values: hundreds of pages read them, and a model's properties cost more than a field's. */
const everyOffer = whileRulesStand(async (): Promise<readonly Offer[]> => {
  const services = await Service.query()
    .where('active', true)
    .orderBy('position')
    .orderBy('id')
    .preload('locations', (places) => places.where('active', true).orderBy('name'))
  return services.flatMap((service) =>
    service.locations.map((location) => ({
      service: { ...service.$attributes } as Offer['service'],
      location: { ...location.$attributes } as Offer['location'],
    }))
  )
})

/** All offers, services in the operator's order; staff also book services that are not public. */
export async function offers(audience: Audience): Promise<readonly Offer[]> {
  const all = await everyOffer()
  return audience === 'staff' ? all : all.filter(({ service }) => service.public)
}

/** B1: the offer that a link names by its stable words; none when it is no longer offered. */
export async function offerOf(
  words: { location: string; service: string },
  audience: Audience
): Promise<Offer | null> {
  const all = await offers(audience)
  const named = ({ service, location }: Offer) =>
    service.slug === words.service && location.slug === words.location
  return all.find(named) ?? null
}
