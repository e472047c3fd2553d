import db from '@adonisjs/lucid/services/db'
import type { Location } from '#core/organisation'
import { randomId } from '#core/platform'
import { instantsOf } from '#core/scheduling'
import type { LoggedEvent, LoggedTicket } from '#plugins/queue-caller/domain/ticket_times'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { aCounter, aLine } from '#plugins/queue-caller/tests/queue'
import { loggedTicket, type At, type WrittenTicket } from '#plugins/queue-caller/tests/written_log'

type Row = Record<string, string | number | boolean | null>

/** Where a written day takes place: lines A, B and counters 1, 2 by their ids. */
type Site = {
  location: { id: number; zone: string }
  lineIds: readonly number[]
  counterIds: readonly number[]
}

type Day = { day: string; firstTicket: number; firstEvent: number }

/** A written day as rows of tickets and events. */
export function dayRows(
  site: Site,
  { day, firstTicket, firstEvent }: Day,
  written: readonly WrittenTicket[]
): { tickets: Row[]; events: Row[] } {
  const tickets: Row[] = []
  const events: Row[] = []
  for (const one of written) {
    const logged = loggedTicket(one, clockOf(site, day), firstEvent + events.length)
    const id = firstTicket + tickets.length
    tickets.push({ id, day, code: one.code, ...ticketRow(site, logged) })
    for (const event of logged.events) events.push({ ticket_id: id, day, ...eventRow(site, event) })
  }
  return { tickets, events }
}

function clockOf({ location: { zone } }: Site, day: string): At {
  const midnight = instantsOf(zone, day, '00:00')[0]
  return (time, on) => {
    if (on > 0) return midnight + on * 86_400_000 + 60_000
    return instantsOf(zone, day, time.padStart(5, '0'))[0]
  }
}

function ticketRow({ location, lineIds }: Site, { startsAt, told, events }: LoggedTicket): Row {
  const issued = events[0].at
  const { lineId, state } = events.at(-1)!
  return {
    ...{ location_id: location.id, line_id: lineIds[lineId - 1], public_id: randomId(), state },
    ...{ starts_at: startsAt, urgent: false, calls: 0, among: 'walk_ins', version: 1 },
    ...{ order_at: issued, due_from: issued, issued_at: issued },
    ...{ told_from: told?.from ?? null, told_to: told?.to ?? null },
  }
}

const eventRow = (
  { location, lineIds, counterIds }: Site,
  { id, kind, state, at, lineId, counterId, undoes }: LoggedEvent
): Row => ({
  ...{ id, kind, state, at, location_id: location.id, line_id: lineIds[lineId - 1] },
  counter_id: counterId === null ? null : counterIds[counterId - 1],
  details: JSON.stringify(undoes === null ? {} : { undoes }),
})

/** Lines A (target 20 minutes) and B (15) and two counters. */
export class Office {
  private constructor(
    readonly location: Location,
    readonly lines: Line[],
    readonly counters: Counter[]
  ) {}

  static async open(location: Location): Promise<Office> {
    const lines = [
      await aLine(location, { letter: 'A', name: { en: 'Advice' }, targetMinutes: 20 }),
      await aLine(location, { letter: 'B', name: { en: 'Passports' }, targetMinutes: 15 }),
    ]
    const counters = [await aCounter(lines), await aCounter(lines)]
    return new Office(location, lines, counters)
  }

  /** What is written down, in the database. */
  async log(day: string, written: readonly WrittenTicket[]): Promise<void> {
    const { location } = this
    const lineIds = this.lines.map(({ id }) => id)
    const counterIds = this.counters.map(({ id }) => id)
    const firstTicket = await nextId('queue_caller_tickets')
    const firstEvent = await nextId('queue_caller_events')
    const site = { location, lineIds, counterIds }
    const { tickets, events } = dayRows(site, { day, firstTicket, firstEvent }, written)
    await insertAll('queue_caller_tickets', tickets)
    await insertAll('queue_caller_events', events)
  }
}

async function nextId(table: string): Promise<number> {
  const [{ last }] = await db.from(table).max('id as last')
  return Number(last ?? 0) + 1
}

/** A statement takes only so many values. */
async function insertAll(table: string, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 200) {
    await db.table(table).multiInsert(rows.slice(from, from + 200))
  }
}
