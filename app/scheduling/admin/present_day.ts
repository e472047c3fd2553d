import type { Viewer } from '#core/admin'
import { channelName } from '#core/live'
import type { Location } from '#core/organisation'
import { urlFor } from '#core/platform'
import { DAY_CHANNEL, HOURS_CHANNEL } from '#app/scheduling/actions/day_changed'
import { dayGrid, type GridCell, type GridColumn } from '#app/scheduling/admin/day_grid'
import type { DayFacts } from '#app/scheduling/admin/day_page'
import { presentEntry } from '#app/scheduling/admin/present_entry'
import { presentMark } from '#app/scheduling/admin/present_mark'
import {
  clockTime,
  dayNumber,
  localDate,
  MINUTES_PER_DAY,
  type LocalDate,
} from '#app/scheduling/domain/local_date'
import { instantsOf, localDateOf } from '#app/scheduling/domain/local_time'
import { hoursOfSeat, hoursOn, hoursOwner, openingBook } from '#app/scheduling/domain/opening_hours'
import type { Resource } from '#app/scheduling/models/resource'

const MINUTE = 60_000
type Entry = ReturnType<typeof presentEntry>

/** The day view: what is taken, blocked, closed and free at each place. */
export function presentDay(facts: DayFacts, viewer: Viewer, locations: readonly Location[]) {
  const places = facts.resources.flatMap((resource) => placesOf(resource, facts))
  const rows = dayGrid(places.map((place) => columnOf(place, facts, viewer)))
  const { location, day } = facts
  return {
    title: heading(viewer.formats(location.zone).dayDate(day), viewer),
    ...links(facts, viewer, locations),
    channel: channelName(DAY_CHANNEL, { location: String(location.id), day }),
    hoursChannel: channelName(HOURS_CHANNEL, { location: String(location.id) }),
    columns: Math.min(places.length, MOST_WIDTHS),
    heads: facts.resources.map((resource) => ({
      name: resource.name,
      seats: places.filter((place) => place.resource.id === resource.id).length,
    })),
    mark: presentMark(facts, rows, viewer),
    rows: rows.map(({ from, minutes, cells }) => ({
      minutes: Math.min(Math.ceil(minutes / 5) * 5, 30),
      hour: from % 60 === 0,
      time: from % 30 === 0 ? viewer.formats(location.zone).time(at(facts, from)) : '',
      cells: cells.map((cell) => cell && presentCell(cell, viewer)).filter((cell) => cell !== null),
    })),
  }
}

/** Beyond this many columns the stylesheet lets them become narrower. */
const MOST_WIDTHS = 12

/** Most languages write weekdays small, but not at the beginning. */
const heading = (text: string, { locale }: Viewer) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)

const at = ({ bounds }: DayFacts, minute: number) => bounds.from + minute * MINUTE

type Place = { resource: Resource; seat: number }

/** As many columns as units; more only where a reservation still sits on a seat taken away. */
function placesOf(resource: Resource, { entries }: DayFacts): Place[] {
  const used = entries.filter(({ resourceId }) => resourceId === resource.id)
  const seats = Math.max(resource.units, ...used.map(({ seat }) => seat + 1))
  return Array.from({ length: seats }, (_, seat) => ({ resource, seat }))
}

function columnOf({ resource, seat }: Place, facts: DayFacts, viewer: Viewer): GridColumn<Entry> {
  const span = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) => ({
    from: Math.max(0, Math.floor((startsAt - facts.bounds.from) / MINUTE)),
    to: Math.ceil((Math.min(endsAt, facts.bounds.to) - facts.bounds.from) / MINUTE),
  })
  return {
    open: openSpans({ resource, seat }, facts),
    blocks: facts.blocks
      .filter(({ resourceId }) => resourceId === null || resourceId === resource.id)
      .map((block) => ({ ...span(block), reason: block.reason ?? '' })),
    items: facts.entries
      .filter((entry) => entry.resourceId === resource.id && entry.seat === seat)
      .map((entry) => ({ ...span(entry), item: presentEntry(entry, viewer, facts.location.zone) })),
  }
}

/** Opening hours are local; the grid counts minutes that really pass. */
function openSpans({ resource, seat }: Place, facts: DayFacts) {
  const book = openingBook('staff', facts.rules, facts.exceptions)
  const ranges = hoursOn(book, hoursOwner(book, resource.id), dayNumber(facts.day))
  const hours = hoursOfSeat(ranges, seat)
  const passed = (minute: number) => (instantOf(facts, minute) - facts.bounds.from) / MINUTE
  return hours.flatMap((from, index) =>
    index % 2 === 0 ? [{ from: passed(from), to: passed(hours[index + 1]) }] : []
  )
}

function instantOf({ location, day, bounds }: DayFacts, minute: number): number {
  if (minute >= MINUTES_PER_DAY) return bounds.to
  const [instant] = instantsOf(location.zone, day, clockTime(minute))
  return instant ?? bounds.from + minute * MINUTE
}

function presentCell(cell: GridCell<Entry>, viewer: Viewer) {
  if (cell.kind === 'taken') return { ...cell, label: '' }
  const words = { blocked: 'blocked', closed: 'closed', free: 'free' } as const
  const label = viewer.t(`scheduling.admin.day.${words[cell.kind]}`)
  const reason = cell.kind === 'blocked' && cell.reason !== '' ? `: ${cell.reason}` : ''
  return { ...cell, items: [], label: label + reason }
}

function links({ location, day }: DayFacts, viewer: Viewer, locations: readonly Location[]) {
  const to = (date: LocalDate, id = location.id) =>
    urlFor('scheduling.day', {}, { date, location: id })
  const today = localDateOf(location.zone, viewer.now)
  return {
    day,
    location: { id: location.id, name: location.name },
    locations: locations.map(({ id, name }) => ({
      label: name,
      href: to(day, id),
      current: id === location.id,
    })),
    action: urlFor('scheduling.day'),
    previous: to(localDate(dayNumber(day) - 1)),
    next: to(localDate(dayNumber(day) + 1)),
    today: day === today ? null : to(today),
  }
}
