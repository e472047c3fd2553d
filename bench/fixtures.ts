// Lays out what the goals measure in the data of a migrated product and says what it made.
import { layOut } from './laid_out.js'
import type { Fixtures } from './product.js'

const RESOURCES = 20
const MENU_SERVICES = 30
/** Days from tomorrow on in which half of every resource's time is booked. */
const BOOKED_DAYS = 70
const HALF_HOUR = 30 * 60_000
const DAY = 86_400_000
const BATCH = 400

async function planner(slug: string, service: object) {
  const { Location } = await import('#core/organisation')
  const { OpeningRule, Requirement, Resource, Service } = await import('#core/scheduling')
  const location = await Location.create({ slug, name: 'Pisa', zone: 'Europe/Rome' })
  const resources = await Resource.createMany(
    Array.from({ length: RESOURCES }, (_, i) => ({
      locationId: location.id,
      kind: 'room' as const,
      name: `Cabin ${i + 1}`,
      units: 1,
    }))
  )
  await OpeningRule.create({
    locationId: location.id,
    resourceId: null,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opens: '09:00',
    closes: '18:00',
  })
  const offered = await Service.create({
    slug,
    name: { en: 'Fitting', de: 'Anpassung' },
    durationMinutes: 30,
    stepMinutes: 15,
    horizonDays: 120,
    letter: 'A',
    ...service,
  })
  await offered.related('locations').attach([location.id])
  const requirement = await Requirement.create({ serviceId: offered.id, need: 1, position: 0 })
  await requirement.related('resources').attach(resources.map(({ id }) => id))
  return { location, service: offered, resources }
}

/** Appointments every second half hour of every resource, as the planner would have stored them. */
async function bookHalf({ location, service, resources }: Awaited<ReturnType<typeof planner>>) {
  const { default: db } = await import('@adonisjs/lucid/services/db')
  const { clock, randomId } = await import('#core/platform')
  const { freeTimes, localDateOf } = await import('#core/scheduling')
  const from = localDateOf(location.zone, clock.now() + DAY)
  const days = await freeTimes({ service, location, audience: 'staff', from, days: BOOKED_DAYS })
  const shared = { service_id: service.id, location_id: location.id }
  const made = {
    sessions: [] as object[],
    allocations: [] as object[],
    reservations: [] as object[],
  }
  for (const { day, starts } of days) {
    for (const [position, { id: resourceId }] of resources.entries()) {
      for (let i = 2 * (position % 2); i < starts.length; i += 4) {
        const time = { starts_at: starts[i].startsAt, ends_at: starts[i].startsAt + HALF_HOUR }
        const id = made.sessions.push({
          id: made.sessions.length + 1,
          ...shared,
          ...time,
          capacity: 1,
        })
        made.allocations.push({ session_id: id, resource_id: resourceId, seat: 0, ...time })
        made.reservations.push({
          ...{ public_id: randomId(), session_id: id, place: 0, ...shared, ...time, day },
          ...{ owner: 'bench', state: 'confirmed', number: `AA${id}`, held_at: 0, confirmed_at: 0 },
        })
      }
    }
  }
  for (const [table, rows] of Object.entries(made)) {
    for (let at = 0; at < rows.length; at += BATCH) {
      await db.table(`scheduling_${table}`).multiInsert(rows.slice(at, at + BATCH))
    }
  }
  // Ids given by hand leave PostgreSQL's sequence behind.
  if (db.connection().dialect.name === 'postgres') {
    await db.rawQuery(`select setval('scheduling_sessions_id_seq', ?)`, [made.sessions.length])
  }
  return made.reservations.length
}

async function menu(locationId: number) {
  const { Service } = await import('#core/scheduling')
  for (let i = 1; i <= MENU_SERVICES; i++) {
    const name = { en: `Visit ${i}`, de: `Besuch ${i}` }
    const shared = { durationMinutes: 15 + i, stepMinutes: 15, horizonDays: 60, letter: 'B' }
    const service = await Service.create({ slug: `visit-${i}`, name, ...shared })
    await service.related('locations').attach([locationId])
  }
}

await layOut(async (): Promise<Fixtures> => {
  const half = await planner('half', {})
  const booked = await bookHalf(half)
  await menu(half.location.id)
  const empty = await planner('empty', {})
  const crowd = await planner('crowd', { public: true })
  return {
    booked,
    half: '/booking/half/half',
    empty: `/booking/${empty.location.slug}/${empty.service.slug}`,
    crowd: `/booking/${crowd.location.slug}/${crowd.service.slug}`,
  }
})
