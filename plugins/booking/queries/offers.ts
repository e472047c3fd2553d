import type { LucidRow, ModelAttributes } from '@adonisjs/lucid/types/model'
import { Location } from '#core/organisation'
import type { Trx } from '#core/platform'
import { Service, whileRulesStand } from '#core/scheduling'

/** A service at a place where it is offered: what a customer books. */
export type Offer = {
  readonly service: Readonly<ModelAttributes<Service>>
  readonly location: Readonly<ModelAttributes<Location>>
}

type Audience = 'public' | 'staff'

type Rulebook = {
  /** Every service at every place where it can be booked, in the operator's order. */
  readonly offers: readonly Offer[]
  /** All of them, those that are offered no longer too. */
  readonly services: ReadonlyMap<number, Offer['service']>
  readonly locations: ReadonlyMap<number, Offer['location']>
}

/** Plain values: hundreds of pages read them, and a model's properties cost more than a field's. */
const rulebook = whileRulesStand(async (client): Promise<Rulebook> => {
  const services = await Service.query({ client })
    .orderBy('position')
    .orderBy('id')
    .preload('locations', (places) => places.where('active', true).orderBy('name'))
  const plainServices = byId(services)
  const plainLocations = byId(await Location.query({ client }))
  const offered = services
    .filter(({ active, offeredBy }) => active && offeredBy === null)
    .flatMap(({ id, locations }) =>
      locations.map((location) => ({
        service: plainServices.get(id)!,
        location: plainLocations.get(location.id)!,
      }))
    )
  return { offers: offered, services: plainServices, locations: plainLocations }
})

const byId = <T extends LucidRow & { id: number }>(models: readonly T[]) =>
  new Map(models.map((model) => [model.id, { ...model.$attributes } as ModelAttributes<T>]))

/** All offers, services in the operator's order; staff also book services that are not public. */
export async function offers(audience: Audience): Promise<readonly Offer[]> {
  const all = (await rulebook.now()).offers
  return audience === 'staff' ? all : all.filter(({ service }) => service.public)
}

type Booked = { readonly serviceId: number; readonly locationId: number }

/** What was booked and where, whether it is still offered or not. */
export async function offerBooked(booked: Booked, trx?: Trx): Promise<Offer> {
  const { services, locations } = trx ? await rulebook.within(trx) : await rulebook.now()
  return {
    service: services.get(booked.serviceId)!,
    location: locations.get(booked.locationId)!,
  }
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
