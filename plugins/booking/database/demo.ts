import { saveFormVersion } from '#core/forms'
import { Location } from '#core/organisation'
import { clock, SYSTEM, transaction, type Trx } from '#core/platform'
import {
  freeTimes,
  localDateOf,
  OpeningRule,
  Requirement,
  Resource,
  Service,
  type LocalDate,
} from '#core/scheduling'
import { BookForCustomer } from '#plugins/booking/actions/book_for_customer'
import { demoPerson } from '#plugins/booking/database/demo/people'
import { DEMO_SERVICES, type DemoService } from '#plugins/booking/database/demo/services'
import { offerOf } from '#plugins/booking/queries/offers'

const WEEKDAYS = [1, 2, 3, 4, 5]

/** Cabins, counters and hours of the two demo places: by location. */
const PLACES = {
  stuttgart: {
    resources: ['Kabine 1', 'Kabine 2', 'Kabine 3'].map((name) => ({
      name,
      kind: 'room',
      units: 1,
    })),
    rules: [{ weekdays: [...WEEKDAYS, 6], opens: '09:00', closes: '18:00' }],
    locale: 'de',
  },
  pisa: {
    resources: [{ name: 'Sportelli', kind: 'counter', units: 3 }],
    rules: [
      { weekdays: WEEKDAYS, opens: '08:30', closes: '13:00', publicSeats: 2, internalSeats: 1 },
      { weekdays: [2, 4], opens: '15:00', closes: '17:00', publicSeats: 2, internalSeats: 1 },
    ],
    locale: 'it',
  },
} as const

const BOOKED_DAYS = 21
/** About every so many free starts of a demo day are taken: partly booked, never full. */
const EVERY = 4

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

type Place = (typeof PLACES)[keyof typeof PLACES]

async function addServices(location: Location, place: Place): Promise<Service[]> {
  const wanted = DEMO_SERVICES.filter((service) => service.location === location.slug)
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
    for (const { weekdays, ...rule } of place.rules) {
      const row = { ...rule, weekdays: [...weekdays], locationId: location.id }
      await OpeningRule.create(row, { client: trx })
    }
    const services = []
    for (const service of wanted) services.push(await addService(trx, service, location, resources))
    return services
  })
}

async function addService(trx: Trx, demo: DemoService, location: Location, resources: Resource[]) {
  const { fields, location: _, ...columns } = demo
  const form = await saveFormVersion(trx, {
    definitionId: null,
    name: demo.name.en!,
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
  const free = days.flatMap((day) => day.starts.filter((start) => start.free))
  for (const [index, { startsAt }] of free.entries()) {
    // A fixed pattern instead of chance: every installation shows the same picture.
    if ((index * 7 + Math.floor(index / 11)) % EVERY !== 0) continue
    const { firstName, lastName, email } = demoPerson(person++, locale)
    await new BookForCustomer().handle({
      offer,
      startsAt,
      locale,
      by: SYSTEM,
      customer: { firstName, lastName, email, phone: null },
      answers: {},
      formVersionId: null,
    })
  }
  return person
}
