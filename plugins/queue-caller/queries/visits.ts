import { setImmediate as whatElseWaits } from 'node:timers/promises'
import db from '@adonisjs/lucid/services/db'
import type { Days } from '#core/admin'
import { keptRows, marks, rows } from '#core/platform'
import { dayNumber, weekdayOf } from '#core/scheduling'
import type { PlacedVisit } from '#plugins/queue-caller/domain/breakdown'
import { visitsOf, type LoggedEvent } from '#plugins/queue-caller/domain/ticket_times'
import { Line } from '#plugins/queue-caller/models/line'
import { hourOf } from '#plugins/queue-caller/queries/queue_figures'

type Place = { readonly id: number; readonly zone: string }

/** More events than this are read in several steps, between which others are answered. */
const EVENTS_AT_ONCE = 16_000

/** Visits of some locations in several ranges of days, in the order of the ranges. */
export async function visitsIn(
  places: readonly Place[],
  ranges: readonly Days[]
): Promise<PlacedVisit[][]> {
  const found: PlacedVisit[][] = ranges.map(() => [])
  if (places.length === 0) return found
  const targets = new Map(
    (await keptRows(Line)).map(({ id, targetMinutes }) => [id, targetMinutes])
  )
  const zones = new Map(places.map(({ id, zone }) => [id, zone]))
  for (const step of stepsOf(await daysWithEvents([...zones.keys()], ranges))) {
    const events = await eventsOn(step)
    await whatElseWaits()
    for (const visit of visitsOfRows(events, { targets, zones })) {
      const index = ranges.findIndex(({ from, to }) => from <= visit.day && visit.day <= to)
      found[index].push(visit)
    }
    await whatElseWaits()
  }
  return found
}

type LocationDay = { location_id: number; day: string; events: number | string }

function daysWithEvents(ids: readonly number[], ranges: readonly Days[]): Promise<LocationDay[]> {
  const within = ranges.map(() => 'day between ? and ?').join(' or ')
  return rows<LocationDay>(
    db.connection(),
    `select location_id, day, count(*) as events from queue_caller_events where location_id in (${marks(ids)}) and (${within}) group by location_id, day order by location_id, day`,
    [...ids, ...ranges.flatMap(({ from, to }) => [from, to])]
  )
}

/** Days that are read together; a single one may be more than is wished. */
function stepsOf(days: readonly LocationDay[]): LocationDay[][] {
  const steps: LocationDay[][] = []
  let room = 0
  for (const day of days) {
    const events = Number(day.events)
    if (events > room) {
      steps.push([])
      room = EVENTS_AT_ONCE
    }
    steps.at(-1)!.push(day)
    room -= events
  }
  return steps
}

interface EventRow {
  id: number
  ticket_id: number
  line_id: number
  counter_id: number | null
  kind: LoggedEvent['kind']
  state: LoggedEvent['state']
  at: number | string
  /** Of `undone` alone. */
  details: string | null
  location_id: number
  day: string
  starts_at: number | string | null
  told_from: number | null
  told_to: number | null
  service_id: number | null
}

function eventsOn(days: readonly LocationDay[]): Promise<EventRow[]> {
  const pairs = days.map(() => '(cast(? as integer), ?)').join(', ')
  return rows<EventRow>(
    db.connection(),
    `select e.id, e.ticket_id, e.line_id, e.counter_id, e.kind, e.state, e.at, case when e.kind = 'undone' then e.details end as details, t.location_id, t.day, t.starts_at, t.told_from, t.told_to, r.service_id from queue_caller_events e join queue_caller_tickets t on t.id = e.ticket_id left join scheduling_reservations r on r.id = t.reservation_id where (e.location_id, e.day) in (values ${pairs})`,
    days.flatMap(({ location_id: id, day }) => [id, day])
  )
}

type Known = { targets: ReadonlyMap<number, number>; zones: ReadonlyMap<number, string> }

function visitsOfRows(found: readonly EventRow[], { targets, zones }: Known): PlacedVisit[] {
  const tickets = Map.groupBy(found, ({ ticket_id: id }) => id).values()
  return [...tickets].flatMap((events) => {
    const [ticket] = events
    const { day, service_id: serviceId } = ticket
    const weekday = weekdayOf(dayNumber(day))
    const zone = zones.get(ticket.location_id)!
    return visitsOf(loggedOf(ticket, events), targets).map((visit) => ({
      ...visit,
      ...{ day, weekday, hour: hourOf(zone, visit.beganAt), serviceId },
    }))
  })
}

const loggedOf = (ticket: EventRow, events: readonly EventRow[]) => ({
  startsAt: ticket.starts_at === null ? null : Number(ticket.starts_at),
  told:
    ticket.told_from === null || ticket.told_to === null
      ? null
      : { from: ticket.told_from, to: ticket.told_to },
  events: events.map((row): LoggedEvent => ({
    ...{ id: row.id, kind: row.kind, state: row.state, at: Number(row.at) },
    ...{ lineId: row.line_id, counterId: row.counter_id },
    undoes: row.details === null ? null : ((JSON.parse(row.details) as Undone).undoes ?? null),
  })),
})

type Undone = { undoes?: number }
