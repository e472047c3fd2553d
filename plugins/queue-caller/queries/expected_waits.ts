import db from '@adonisjs/lucid/services/db'
import { clock, marks, rows } from '#core/platform'
import { localOf, localDateOf } from '#core/scheduling'
import { COUNTED, typicalTime } from '#plugins/queue-caller/domain/service_time'
import { walkInStanding } from '#plugins/queue-caller/domain/standing'
import {
  expectedCalls,
  expectedFree,
  waitRange,
  type OpenCounter,
  type QueueNow,
} from '#plugins/queue-caller/domain/waiting_time'
import type { Line } from '#plugins/queue-caller/models/line'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { queuedTickets } from '#plugins/queue-caller/queries/queued_tickets'

const MINUTE = 60_000

type Place = { readonly id: number; readonly zone: string }

/** In minutes. */
export type WaitRange = { from: number; to: number }

/** The queue of a location as it can be played on. Four statements. */
export async function queueNow(location: Place): Promise<QueueNow> {
  const client = db.connection()
  const now = clock.now()
  const day = localDateOf(location.zone, now)
  const lines = await linesOf(location.id)
  const tickets = await queuedTickets(client, { locationId: location.id, day })
  const typical = await typicalTimes(lines, hourOf(location.zone, now))
  const serviceTime = (lineId: number) => typical.get(lineId) ?? 10 * MINUTE
  const inARow = await callsInARow(lines, day)
  return {
    now,
    serviceTime,
    tickets: tickets.filter(({ lineId }) => typical.has(lineId)),
    counters: await openCounters(location, { now, serviceTime }),
    lines: new Map(
      lines.map(({ id, mostInARow, longestWaitMinutes }) => {
        return [id, { inARow: inARow.get(id) ?? 0, mostInARow, longestWaitMinutes }]
      })
    ),
  }
}

/** Local hour of a day, 0 … 23. */
export const hourOf = (zone: string, at: number): number =>
  Math.floor(localOf(zone, at).minute / 60)

/** What people who wait are told, by ticket; who will not be called by an open counter is missing. */
export function waitRanges(queue: QueueNow): Map<number, WaitRange> {
  const ranges = [...expectedCalls(queue)].map(([id, at]) => {
    return [id, waitRange(Math.max(at - queue.now, 0))] as const
  })
  return new Map(ranges)
}

const NEW = -1

/** What a walk-in is told who would take a ticket now; null while no counter serves the line. */
export async function expectedWait(location: Place, line: Line): Promise<WaitRange | null> {
  const queue = await queueNow(location)
  const last = Math.max(0, ...queue.tickets.map(({ seq }) => seq)) + 1
  const ticket = {
    ...walkInStanding(queue.now),
    ...{ id: NEW, seq: last, lineId: line.id, urgent: false, forCounterId: null },
  }
  const calls = expectedCalls({ ...queue, tickets: [...queue.tickets, ticket] }, NEW)
  const at = calls.get(NEW)
  return at === undefined ? null : waitRange(at - queue.now)
}

const TIMES = (lines: readonly Line[]) =>
  `select line_id, took from (select line_id, ended_at - started_at as took, row_number() over (partition by line_id order by ended_at desc) as nth from queue_caller_tickets where line_id in (${marks(lines)}) and started_hour = ? and state = 'served') last where nth <= ? order by nth`

/** How long serving takes in each line at this hour of the day, in milliseconds. */
async function typicalTimes(lines: readonly Line[], hour: number): Promise<Map<number, number>> {
  if (lines.length === 0) return new Map()
  const ids = lines.map(({ id }) => id)
  const found = await rows<{ line_id: number; took: number | string }>(
    db.connection(),
    TIMES(lines),
    [...ids, hour, COUNTED]
  )
  const times = Map.groupBy(found, ({ line_id: lineId }) => lineId)
  return new Map(
    lines.map(({ id, serviceMinutes }) => {
      const took = (times.get(id) ?? []).map((row) => Number(row.took))
      return [id, typicalTime(took, serviceMinutes * MINUTE)]
    })
  )
}

async function callsInARow(lines: readonly Line[], day: string): Promise<Map<number, number>> {
  if (lines.length === 0) return new Map()
  const found = await rows<{ line_id: number; in_a_row: number }>(
    db.connection(),
    `select line_id, in_a_row from queue_caller_days where day = ? and line_id in (${marks(lines)})`,
    [day, ...lines.map(({ id }) => id)]
  )
  return new Map(found.map((row) => [row.line_id, row.in_a_row]))
}

interface CounterRow {
  id: number
  line_id: number
  serving_line_id: number | null
  since: number | string | null
}

const COUNTERS = `select c.id, l.line_id, t.line_id as serving_line_id, coalesce(t.started_at, t.called_at) as since from queue_caller_sessions s join queue_caller_counters c on c.id = s.counter_id join queue_caller_counter_lines l on l.counter_id = c.id left join queue_caller_tickets t on t.counter_id = c.id and t.state in ('called', 'serving') where c.location_id = ? and s.closed_at is null and s.paused_at is null`

/** Counters at which somebody sits, and when each will probably be free. */
async function openCounters(
  location: Place,
  { now, serviceTime }: Pick<QueueNow, 'now' | 'serviceTime'>
): Promise<OpenCounter[]> {
  const found = await rows<CounterRow>(db.connection(), COUNTERS, [location.id])
  return [...Map.groupBy(found, ({ id }) => id).values()].map((lines) => {
    const [{ id, serving_line_id: serving, since }] = lines
    const typical = serving === null ? 0 : serviceTime(serving)
    const freeAt = since === null ? now : expectedFree({ startedAt: Number(since), typical }, now)
    return { id, lineIds: lines.map((row) => row.line_id), freeAt }
  })
}
