import { Customer } from '#core/customers'
import { saveFormVersion } from '#core/forms'
import { Location, type Locale } from '#core/organisation'
import { clock, randomId, SYSTEM, transaction, type Trx } from '#core/platform'
import {
  freeTimes,
  localDateOf,
  OpeningRule,
  Requirement,
  Resource,
  Service,
  type LocalDate,
  type ResourceKind,
} from '#core/scheduling'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { demoPerson, type DemoPerson } from '#plugins/booking/database/demo/people'
import { OPTICIAN } from '#plugins/booking/database/demo/optician'
import { PUBLIC_OFFICE } from '#plugins/booking/database/demo/public_office'
import type { DemoService } from '#plugins/booking/database/demo/texts'
import { offerOf, type Offer } from '#plugins/booking/queries/offers'

const WEEKDAYS = [1, 2, 3, 4, 5]

type Place = {
  services: DemoService[]
  resources: { name: string; kind: ResourceKind; units: number }[]
  rules: (Pick<OpeningRule, 'weekdays' | 'opens' | 'closes'> & {
    publicSeats?: number
    internalSeats?: number
  })[]
  locale: Locale
}

/** Cabins, counters and hours of the two demo places: by location. */
const PLACES: Record<string, Place> = {
  stuttgart: {
    services: OPTICIAN,
    resources: ['Kabine 1', 'Kabine 2', 'Kabine 3'].map((name) => ({
      name,
      kind: 'room' as const,
      units: 1,
    })),
    rules: [{ weekdays: [...WEEKDAYS, 6], opens: '09:00', closes: '18:00' }],
    locale: 'de',
  },
  pisa: {
    services: PUBLIC_OFFICE,
    resources: [{ name: 'Sportelli', kind: 'counter', units: 3 }],
    rules: [
      { weekdays: WEEKDAYS, opens: '08:30', closes: '13:00', publicSeats: 2, internalSeats: 1 },
      { weekdays: [2, 4], opens: '15:00', closes: '17:00', publicSeats: 2, internalSeats: 1 },
    ],
    locale: 'it',
  },
}

const BOOKED_DAYS = 21
/** The demo account's own appointments: so many starts lie between one and the next. */
const OWN_EVERY = 60
const OWNER = {
  firstName: 'Celia',
  lastName: 'Marlago',
  email: 'customer@demo.invalid',
  locale: 'es',
} as const
/** How many places are taken at one start after the other: partly booked, some times full. */
const PATTERN = [0, 1, 0, 3, 0, 0, 1, 0, 2, 0, 0]

/**
 * B13: an optician with three cabins and a public office with forms per service, partly booked
 * for the coming weeks. Services that are there already are left alone, bookings included.
 */
export async function bookingDemo(): Promise<void> {
  for (const [slug, place] of Object.entries(PLACES)) {
    const location = await Location.findByOrFail('slug', slug)
    const added = await addServices(location, place)
    let person = location.id * 100
    for (const service of added) person = await bookSome(service, location, place.locale, person)
  }
}

async function addServices(location: Location, place: Place): Promise<Service[]> {
  const wanted = place.services
  const known = await Service.query().whereIn(
    'slug',
    wanted.map(({ slug }) => slug)
  )
  if (known.length > 0) return []
  return transaction(async (trx) => {
    const resources = await Resource.createMany(
      place.resources.map((resource) => ({ ...resource, locationId: location.id })),
      { client: trx }
    )
    for (const rule of place.rules) {
      await OpeningRule.create({ ...rule, locationId: location.id }, { client: trx })
    }
    const services = []
    for (const service of wanted) {
      services.push(await addService(trx, service, { location, resources, locale: place.locale }))
    }
    return services
  })
}

type Offering = { location: Location; resources: Resource[]; locale: Locale }

async function addService(trx: Trx, demo: DemoService, { location, resources, locale }: Offering) {
  const { fields, ...columns } = demo
  const form = await saveFormVersion(trx, {
    definitionId: null,
    // For staff alone, so it has one language: like the resources, that of the place.
    name: demo.name[locale]!,
    fields,
    actor: SYSTEM,
  })
  if (!form.ok) throw new Error(`Demo form of ${demo.slug}: ${form.reason}`)
  const service = await Service.create({ ...columns, formId: form.definition.id }, { client: trx })
  await service.related('locations').attach([location.id], trx)
  const requirement = await Requirement.create({ serviceId: service.id, need: 1 }, { client: trx })
  await requirement.related('resources').attach(
    resources.map(({ id }) => id),
    trx
  )
  return service
}

async function bookSome(
  { slug }: Service,
  location: Location,
  locale: Place['locale'],
  firstPerson: number
): Promise<number> {
  const offer = await offerOf({ location: location.slug, service: slug }, 'public')
  if (!offer) return firstPerson
  const from: LocalDate = localDateOf(location.zone, clock.now())
  const days = await freeTimes({ ...offer, audience: 'public', from, days: BOOKED_DAYS })
  let person = firstPerson
  // Another day for each service, since nobody is everywhere on one.
  const own = (slug.length * 11) % OWN_EVERY
  const free = days.flatMap((day) => day.starts.filter((start) => start.free))
  for (const [index, { startsAt }] of free.entries()) {
    // A fixed pattern instead of chance: every installation shows the same picture.
    const wanted = PATTERN[(index * 5 + Math.floor(index / 9)) % PATTERN.length]
    for (let n = 0; n < wanted; n++) await book(offer, startsAt, demoPerson(person++, locale))
    if (wanted === 0 && index % OWN_EVERY === own) await book(offer, startsAt, OWNER)
  }
  return person
}

/** Who comes again is known. A time that earlier bookings have filled is left as it is. */
async function book(offer: Offer, startsAt: number, person: DemoPerson): Promise<void> {
  const { locale, ...caller } = person
  const known = await Customer.findBy('email', person.email)
  await new BookForCustomer().handle({
    formKey: randomId(),
    offer,
    startsAt,
    locale,
    by: SYSTEM,
    customer: known ? { id: known.id } : { ...caller, phone: null },
    answers: {},
    formVersionId: null,
  })
}
