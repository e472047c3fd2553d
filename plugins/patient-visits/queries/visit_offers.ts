import type { ModelAttributes } from '@adonisjs/lucid/types/model'
import { Location } from '#core/organisation'
import { keptRows } from '#core/platform'
import { Service, whileRulesStand } from '#core/scheduling'
import { setting } from '#core/settings'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { discreet } from '#plugins/patient-visits/settings'

export type Doctor = {
  readonly id: number
  readonly publicId: string
  readonly name: string
}

/** A visit type at a unit that offers it. */
export type VisitOffer = {
  readonly type: VisitType
  readonly clinic: Clinic
  readonly service: Readonly<ModelAttributes<Service>>
  readonly location: Readonly<ModelAttributes<Location>>
  /** Who can be chosen; none where no person is needed. */
  readonly doctors: readonly Doctor[]
  /** Its kind is kept out of mails, calendars and prints. */
  readonly isDiscreet: boolean
}

type Planned = {
  readonly service: VisitOffer['service']
  /** Units that offer it now, in order of their names. */
  readonly locationIds: readonly number[]
  readonly doctors: ReadonlyMap<number, readonly Doctor[]>
}

type Plan = {
  readonly services: ReadonlyMap<number, Planned>
  readonly locations: ReadonlyMap<number, VisitOffer['location']>
}

const plan = whileRulesStand(async (client): Promise<Plan> => {
  const services = await Service.query({ client })
    .preload('locations', (places) => places.where('active', true).orderBy('name'))
    .preload('requirements', (needs) =>
      needs.preload('resources', (them) =>
        them.where('active', true).orderBy('position').orderBy('name')
      )
    )
    .orderBy('position')
    .orderBy('id')
  const locations = await Location.query({ client })
  return {
    services: new Map(services.map((service) => [service.id, plannedOf(service)])),
    locations: new Map(locations.map((place) => [place.id, plain(place)])),
  }
})

function plannedOf(service: Service): Planned {
  const people = service.requirements
    .flatMap(({ resources }) => resources)
    .filter(({ kind }) => kind === 'person')
  const doctors = Map.groupBy(people, ({ locationId }) => locationId)
  return {
    service: plain(service),
    locationIds: service.locations.map(({ id }) => id),
    doctors: new Map(
      [...doctors].map(([id, own]) => [
        id,
        own.map(({ id: doctorId, publicId, name }) => ({ id: doctorId, publicId, name })),
      ])
    ),
  }
}

const plain = <T extends Service | Location>(model: T) =>
  ({ ...model.$attributes }) as ModelAttributes<T>

/** What can be booked, clinics and visit types in the operator's order; staff book what is not public too. */
export async function visitOffers(audience: 'public' | 'staff'): Promise<VisitOffer[]> {
  const { services, locations } = await plan.now()
  const [types, clinics] = [await keptRows(VisitType), await keptRows(Clinic)]
  const isDiscreet = await setting(discreet)
  const typeOf = new Map(types.map((type) => [type.serviceId, type]))
  const offered = [...services.values()].flatMap(({ service, locationIds, doctors }) => {
    const type = typeOf.get(service.id)
    const clinic = clinics.find(({ id }) => id === type?.clinicId)
    const isOffered = service.active && (audience === 'staff' || service.public)
    if (!type || !clinic?.active || !isOffered) return []
    return locationIds.map((id) => ({
      ...{ type, clinic, service },
      location: locations.get(id)!,
      doctors: doctors.get(id) ?? [],
      isDiscreet,
    }))
  })
  return offered.sort(
    (one, other) => one.clinic.position - other.clinic.position || one.clinic.id - other.clinic.id
  )
}

/**
 * What was booked and where, whether it is still offered or not. Ask before a transaction begins:
 * inside it only its own connection may be used.
 */
export async function offerOf(booked: {
  readonly serviceId: number
  readonly locationId: number
}): Promise<VisitOffer> {
  const { services, locations } = await plan.now()
  const { service, doctors } = services.get(booked.serviceId)!
  const type = (await keptRows(VisitType)).find(({ serviceId }) => serviceId === service.id)!
  const clinic = (await keptRows(Clinic)).find(({ id }) => id === type.clinicId)!
  const location = locations.get(booked.locationId)!
  const isDiscreet = await setting(discreet)
  return {
    ...{ type, clinic, service, location, isDiscreet },
    doctors: doctors.get(location.id) ?? [],
  }
}
