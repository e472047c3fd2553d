import { User } from '#core/accounts'
import { createCustomer, Customer } from '#core/customers'
import { Location } from '#core/organisation'
import { clock, PUBLIC, randomId, SYSTEM, transaction, type Trx } from '#core/platform'
import {
  freeTimes,
  localDateOf,
  offerThrough,
  OpeningRule,
  Requirement,
  Resource,
  Service,
} from '#core/scheduling'
import { BookVisit } from '#plugins/patient-visits/actions/book_visit'
import { demoPatient, type DemoPatient } from '#plugins/patient-visits/database/demo/people'
import {
  CLINICS,
  DOCTORS,
  HEALTH_CENTRE,
  ROOMS,
  VISIT_TYPES,
  type DemoClinic,
  type DemoVisitType,
} from '#plugins/patient-visits/database/demo/health_centre'
import { Clinic } from '#plugins/patient-visits/models/clinic'
import { VisitType } from '#plugins/patient-visits/models/visit_type'
import { offerOf, type VisitOffer } from '#plugins/patient-visits/queries/visit_offers'

const BOOKED_DAYS = 14
/** The demo account's own visits: so many starts lie between one and the next. */
const OWN_EVERY = 90
const OWNER: DemoPatient = {
  firstName: 'Celia',
  lastName: 'Marlago',
  email: 'customer@demo.invalid',
  phone: '+34 600 000 000',
  locale: 'es',
}

/**
 * V1: a health centre with four doctors and five kinds of visits, partly booked for two weeks,
 * with requests that wait. What is there already is left alone, bookings included.
 */
export async function visitsDemo(): Promise<void> {
  const location =
    (await Location.findBy('slug', HEALTH_CENTRE.slug)) ?? (await Location.create(HEALTH_CENTRE))
  const slugs = VISIT_TYPES.map(({ service }) => service.slug)
  if ((await Service.query().whereIn('slug', slugs)).length > 0) return
  const services = await transaction((trx) => setUp(trx, location))
  let person = 0
  for (const { id: serviceId } of services) {
    const offer = await offerOf({ serviceId, locationId: location.id })
    person = await bookSome(offer, person)
  }
}

async function setUp(trx: Trx, location: Location): Promise<Service[]> {
  const of = { locationId: location.id, units: 1 }
  const people = DOCTORS.map((name) => ({ ...of, name, kind: 'person' as const }))
  const rooms = ROOMS.map((name) => ({ ...of, name, kind: 'room' as const }))
  const doctors = await Resource.createMany(people, { client: trx })
  const both = await Resource.createMany(rooms, { client: trx })
  const hours = { weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' }
  await OpeningRule.create({ ...hours, locationId: location.id }, { client: trx })
  const clinics = new Map<DemoClinic, Clinic>()
  for (const [position, [key, texts]] of Object.entries(CLINICS).entries()) {
    const clinic = await Clinic.create({ ...texts, position }, { client: trx })
    clinics.set(key as DemoClinic, clinic)
  }
  const services: Service[] = []
  for (const type of VISIT_TYPES) {
    const own = type.doctors.map((index) => doctors[index])
    services.push(await addType(trx, type, { location, needs: [own, both], clinics }))
  }
  return services
}

type Place = {
  location: Location
  /** One of the doctors, one of the rooms. */
  needs: Resource[][]
  clinics: ReadonlyMap<DemoClinic, Clinic>
}

async function addType(trx: Trx, type: DemoVisitType, { location, needs, clinics }: Place) {
  const times = { horizonDays: 60, minNoticeMinutes: 60 }
  const service = await Service.create({ ...type.service, ...times }, { client: trx })
  await service.related('locations').attach([location.id], trx)
  for (const [position, resources] of needs.entries()) {
    const need = { serviceId: service.id, need: 1, position }
    const requirement = await Requirement.create(need, { client: trx })
    await requirement.related('resources').attach(
      resources.map(({ id }) => id),
      trx
    )
  }
  const clinicId = clinics.get(type.clinic)!.id
  await VisitType.create({ ...type.rules, serviceId: service.id, clinicId }, { client: trx })
  await offerThrough(trx, service.id, 'patient-visits')
  return service
}

async function bookSome(offer: VisitOffer, firstPerson: number): Promise<number> {
  const { service, location } = offer
  const from = localDateOf(location.zone, clock.now())
  const ask = { service, location, audience: 'public', from, days: BOOKED_DAYS } as const
  const free = (await freeTimes(ask)).flatMap(({ starts }) => starts.filter((one) => one.free))
  let person = firstPerson
  for (const [index, { startsAt }] of free.entries()) {
    // A fixed pattern instead of chance: every installation shows the same picture.
    if (index % OWN_EVERY === 7 + service.slug.length) await book(offer, startsAt, OWNER)
    else if ((index * 5 + Math.floor(index / 7)) % 9 === 0) {
      await book(offer, startsAt, demoPatient(person++))
    }
  }
  return person
}

/** As patients book: where the unit confirms it is a request. A time that is gone is left as it is. */
async function book(offer: VisitOffer, startsAt: number, person: DemoPatient): Promise<void> {
  const { patient, by } = (await ownAccount(person)) ?? { patient: await guest(person), by: PUBLIC }
  await new BookVisit().handle({
    ...{ formKey: randomId(), offer, startsAt, patient, by },
    locale: person.locale,
  })
}

/** Health records join no account by their address, so who has one books through it. */
async function ownAccount({ email }: DemoPatient) {
  const user = email && (await User.findBy('email', email))
  if (!user) return null
  const { id: userId, firstName, lastName } = user
  const by = { kind: 'customer', id: userId } as const
  return { patient: { userId, firstName, lastName, email: user.email }, by }
}

async function guest(person: DemoPatient) {
  const known = person.email ? await Customer.findBy('email', person.email) : null
  const added = () =>
    transaction((trx) => createCustomer(trx, { ...person, actor: SYSTEM, userId: null }))
  return { customerId: (known ?? (await added())).id }
}
