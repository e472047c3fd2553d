import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { keptRows } from '#core/platform'
import { clockTime, Service } from '#core/scheduling'
import {
  brokenDown,
  type Breakdown,
  type Part,
  type PlacedVisit,
} from '#plugins/queue-caller/domain/breakdown'
import { Counter } from '#plugins/queue-caller/models/counter'
import { Line } from '#plugins/queue-caller/models/line'
import type { AskedStatistics } from '#plugins/queue-caller/presenters/asked_statistics'

/** A row with its name, and what stands under its bar. */
export type NamedPart = Part & { name: string; short: string }

type Asked = Pick<AskedStatistics, 'by' | 'shown'>

/** Parts of some visits as people call them: lines and counters in the order of their lists. */
export async function namedParts(
  visits: readonly PlacedVisit[],
  { by, shown }: Asked,
  viewer: Viewer
): Promise<NamedPart[]> {
  const namers = await namersFor(shown, viewer)
  return brokenDown(visits, by)
    .map((part) => ({ ...part, ...namers(by, part) }))
    .sort((a, b) => a.order - b.order)
    .map(({ order: _, ...part }) => part)
}

type Names = { name: string; short: string; order: number }

async function namersFor(shown: AskedStatistics['shown'], viewer: Viewer) {
  const [lines, counters] = [await keptRows(Line), await keptRows(Counter)]
  const services = new Map((await keptRows(Service)).map((service) => [service.id, service]))
  const placeOf = (id: number) => shown.find((place) => place.id === id)?.name ?? ''
  const at = (name: string, locationId: number) =>
    shown.length > 1 ? `${name} – ${placeOf(locationId)}` : name
  const [lineOrder, counterOrder] = [orderIn(lines), orderIn(counters)]
  const line = (id: number): Names => {
    const { letter, name, locationId } = lines.find((one) => one.id === id)!
    const named = at(`${letter} · ${translated(name, viewer.locale)}`, locationId)
    return { name: named, short: letter, order: lineOrder(id) }
  }
  const counter = (id: number): Names => {
    const { label, locationId } = counters.find((one) => one.id === id)!
    return { name: at(label, locationId), short: label, order: counterOrder(id) }
  }
  const service = (id: number): Names => {
    const name = translated(services.get(id)?.name ?? null, viewer.locale)
    return { name, short: name, order: id }
  }
  return (by: Breakdown, { key, isLine }: Part): Names => {
    if (by === 'hour') return { ...hourNames(key), order: key }
    if (by === 'weekday') return { ...weekdayNames(key, viewer), order: key }
    if (by === 'counter') return counter(key)
    if (by === 'line') return line(key)
    if (!isLine) return service(key)
    const name = viewer.t('queue-caller.statistics.walk_ins', { line: line(key).name })
    return { name, short: name, order: AFTER_SERVICES + line(key).order }
  }
}

const AFTER_SERVICES = 1_000_000

/** Place in a list that stands by location and position. */
function orderIn(all: readonly { id: number; locationId: number; position: number }[]) {
  const sorted = all.toSorted(
    (a, b) => a.locationId - b.locationId || a.position - b.position || a.id - b.id
  )
  return (id: number) => sorted.findIndex((one) => one.id === id)
}

const hourNames = (hour: number) => ({
  name: `${clockTime(hour * 60)}–${clockTime(hour * 60 + 60)}`,
  short: String(hour),
})

const weekdayNames = (weekday: number, viewer: Viewer) => ({
  name: viewer.formats().weekday(weekday),
  short: viewer.formats().weekdayShort(weekday),
})
