import { User } from '#core/accounts'
import { Location, LOCALES } from '#core/organisation'
import { transaction, type Trx } from '#core/platform'
import { Service } from '#core/scheduling'
import { pastDays, whoWaitsNow, type DemoQueue } from '#plugins/queue-caller/database/demo/days'
import { PLACES, type DemoPlace } from '#plugins/queue-caller/database/demo/places'
import { insertAll, insertDays } from '#plugins/queue-caller/database/demo/records'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Kiosk } from '#plugins/queue-caller/models/kiosk'
import { Line } from '#plugins/queue-caller/models/line'
import { Screen } from '#plugins/queue-caller/models/screen'

/**
 * Q1–Q6: lines, counters, a screen and a kiosk for an optician and a public office, two weeks that
 * are over, and some who wait now. A place that has lines already is left alone.
 */
export async function queueDemo(): Promise<void> {
  const staff = await User.query().where('kind', 'staff').where('isDemo', true).orderBy('id')
  for (const [slug, place] of Object.entries(PLACES)) {
    const location = await Location.findBy('slug', slug)
    if (!location || (await Line.findBy('locationId', location.id))) continue
    const slugs = place.lines.flatMap(({ services }) => services)
    const services = await Service.query().whereIn('slug', slugs)
    await transaction(async (trx) => {
      const queue = await setUp(trx, place, { location, services })
      const days = [...pastDays(queue), ...whoWaitsNow(queue)]
      await insertDays(trx, { ...queue, days, userIds: staff.map(({ id }) => id) })
    })
  }
}

type There = { location: Location; services: readonly Service[] }

async function setUp(
  trx: Trx,
  place: DemoPlace,
  { location, services }: There
): Promise<DemoQueue> {
  const locationId = location.id
  const lines = await Line.createMany(
    place.lines.map(({ letter, name, serviceMinutes, targetMinutes }, index) => {
      return { locationId, letter, name, serviceMinutes, targetMinutes, position: index + 1 }
    }),
    { client: trx }
  )
  await feed(trx, place, { lines, services })
  const counters = await addCounters(trx, place, lines)
  const { screen: name, kiosk, notice, spoken: locales } = place
  await Screen.create({ locationId, name, preset: 'lines', notice, locales }, { client: trx })
  // Every language, those of the place first.
  const all = [...new Set([...locales, ...LOCALES])]
  await Kiosk.create({ locationId, name: kiosk, locales: all }, { client: trx })
  return { place, location, lines, counters }
}

type Fed = { lines: readonly Line[]; services: readonly Service[] }

async function feed(trx: Trx, place: DemoPlace, { lines, services }: Fed): Promise<void> {
  const rows = place.lines.flatMap((demo, index) =>
    services
      .filter(({ slug }) => demo.services.includes(slug))
      .map(({ id }) => {
        const { id: lineId, locationId } = lines[index]
        return { location_id: locationId, service_id: id, line_id: lineId }
      })
  )
  await insertAll(trx, 'queue_caller_line_services', rows)
}

async function addCounters(trx: Trx, place: DemoPlace, lines: readonly Line[]) {
  const counters = []
  for (const [index, { label, lines: letters }] of place.counters.entries()) {
    const position = index + 1
    const { locationId } = lines[0]
    const counter = await Counter.create(
      { locationId, label, spoken: String(position), position },
      { client: trx }
    )
    const lineIds = lines.filter(({ letter }) => letters.includes(letter)).map(({ id }) => id)
    const rows = lineIds.map((lineId) => ({ counter_id: counter.id, line_id: lineId }))
    await insertAll(trx, 'queue_caller_counter_lines', rows)
    counters.push({ id: counter.id, lineIds })
  }
  return counters
}
