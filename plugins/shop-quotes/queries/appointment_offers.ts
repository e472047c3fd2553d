import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import { Location } from '#core/organisation'
import { Service, whileRulesStand, type Reservation } from '#core/scheduling'
import type { AppointedLine } from '#plugins/shop-quotes/queries/line_appointments'

/** What of the core is booked for a line, and where. */
export type AppointmentOffer = {
  readonly service: Readonly<ModelAttributes<Service>>
  readonly location: Readonly<ModelAttributes<Location>>
}

type Plan = {
  /** What the public can book now, by service, in order of the places' names. */
  readonly offers: ReadonlyMap<number, readonly AppointmentOffer[]>
  readonly services: ReadonlyMap<number, AppointmentOffer['service']>
  readonly locations: ReadonlyMap<number, AppointmentOffer['location']>
}

const plan = whileRulesStand(async (client): Promise<Plan> => {
  const services = await Service.query({ client }).preload('locations', (places) =>
    places.where('active', true).orderBy('name')
  )
  const plain = new Map(services.map((service) => [service.id, attributesOf(service)]))
  const offered = services.filter((one) => one.active && one.public && one.offeredBy === null)
  return {
    offers: new Map(
      offered.map(({ id, locations }) => [
        id,
        locations.map((place) => ({ service: plain.get(id)!, location: attributesOf(place) })),
      ])
    ),
    services: plain,
    locations: new Map(
      (await Location.query({ client })).map((place) => [place.id, attributesOf(place)])
    ),
  }
})

const attributesOf = <T extends Service | Location>(model: T) =>
  ({ ...model.$attributes }) as ModelAttributes<T>

/** Where the appointment of a line can be booked: at the place of the shop's service, if it has one. */
export const offersFor = ({ line, placeId }: AppointedLine): Promise<AppointmentOffer[]> =>
  offersOf(line.bookableServiceId, placeId)

export async function offersOf(
  bookableServiceId: number | null,
  placeId: number | null
): Promise<AppointmentOffer[]> {
  if (bookableServiceId === null) return []
  const offers = (await plan.now()).offers.get(bookableServiceId) ?? []
  return offers.filter(({ location }) => placeId === null || location.id === placeId)
}

type Booked = Pick<Reservation, 'serviceId' | 'locationId'>

/**
 * What was booked and where, whether it is still offered or not. Ask before a transaction begins,
 * or give it: inside only its own connection may be used.
 */
export async function bookedOffer(
  { serviceId, locationId }: Booked,
  trx?: Parameters<typeof plan.within>[0]
): Promise<AppointmentOffer> {
  const { services, locations } = trx ? await plan.within(trx) : await plan.now()
  return { service: services.get(serviceId)!, location: locations.get(locationId)! }
}
