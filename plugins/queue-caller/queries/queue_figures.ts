import db from '@adonisjs/lucid/services/db'
import { clock, marks, rows } from '#core/platform'
import { localDateOf, localOf } from '#core/scheduling'
import { COUNTED, typicalTime } from '#plugins/queue-caller/domain/service_time'
import {
  expectedFree,
  type OpenCounter,
  type QueueNow,
} from '#plugins/queue-caller/domain/waiting_time'
import type { Line } from '#plugins/queue-caller/models/line'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { seats, type Seat } from '#plugins/queue-caller/queries/seats'

const MINUTE = 60_000

export type Place = { readonly id: number; readonly zone: string }

/** Everything that a queue is played on by beside its tickets. */
export type QueueFigures = Omit<QueueNow, 'tickets'>

/** Local hour of a day, 0 … 23. */
export const hourOf = (zone: string, at: number): number =>
  Math.floor(localOf(zone, at).minute / 60)

type Asked = { place: Place; lines: readonly Line[]; hour: number; day: string }

/**
 * The figures of some locations by their ids, in three statements however many they are; two
 * where the seats are known already.
 */
export async function queueFigures(
  places: readonly Place[],
  known?: readonly Seat[]
): Promise<Map<number, QueueFigures>> {
  const now = clock.now()
  const asked: Asked[] = []
  for (const place of places) {
    const { id, zone } = place
    const [hour, day] = [hourOf(zone, now), localDateOf(zone, now)]
    asked.push({ place, hour, day, lines: await linesOf(id) })
  }
  const taken = known ?? (await seats({ locationIds: places.map(({ id }) => id) }))
  const typical = await typicalTimes(asked)
  const inARow = await callsInARow(asked)
  const serviceTime = (lineId: number) => typical.get(lineId) ?? 10 * MINUTE
  const figures = asked.map(({ place, lines }): [number, QueueFigures] => {
    const situations = lines.map(({ id, mostInARow, longestWaitMinutes }) => {
      return [id, { inARow: inARow.get(id) ?? 0, mostInARow, longestWaitMinutes }] as const
    })
    const own = taken.filter(({ locationId }) => locationId === place.id)
    const counters = openCounters(own, { now, serviceTime })
    return [place.id, { now, serviceTime, counters, lines: new Map(situations) }]
  })
  return new Map(figures)
}

const TIMES = (hours: readonly Asked[]) =>
  `select line_id, took from (select line_id, ended_at - started_at as took, row_number() over (partition by line_id order by ended_at desc) as nth from queue_caller_tickets where (${hours
    .map(({ lines }) => `(line_id in (${marks(lines)}) and started_hour = ?)`)
    .join(' or ')}) and state = 'served') last where nth <= ? order by nth`

/** How long serving takes in each line at this hour of the day, in milliseconds. */
async function typicalTimes(all: readonly Asked[]): Promise<Map<number, number>> {
  const asked = all.filter(({ lines }) => lines.length > 0)
  if (asked.length === 0) return new Map()
  const bindings = asked.flatMap(({ lines, hour }) => [...lines.map(({ id }) => id), hour])
  const found = await rows<{ line_id: number; took: number | string }>(
    db.connection(),
    TIMES(asked),
    [...bindings, COUNTED]
  )
  const times = Map.groupBy(found, ({ line_id: lineId }) => lineId)
  return new Map(
    asked.flatMap(({ lines }) =>
      lines.map(({ id, serviceMinutes }) => {
        const took = (times.get(id) ?? []).map((row) => Number(row.took))
        return [id, typicalTime(took, serviceMinutes * MINUTE)] as const
      })
    )
  )
}

async function callsInARow(asked: readonly Asked[]): Promise<Map<number, number>> {
  const dayOf = new Map(asked.flatMap(({ lines, day }) => lines.map(({ id }) => [id, day])))
  if (dayOf.size === 0) return new Map()
  const days = [...new Set(dayOf.values())]
  const ids = [...dayOf.keys()]
  const found = await rows<{ line_id: number; day: string; in_a_row: number }>(
    db.connection(),
    `select line_id, day, in_a_row from queue_caller_days where day in (${marks(days)}) and line_id in (${marks(ids)})`,
    [...days, ...ids]
  )
  const own = found.filter((row) => row.day === dayOf.get(row.line_id))
  return new Map(own.map((row) => [row.line_id, row.in_a_row]))
}

/** Counters at which somebody sits and calls, and when each will probably be free. */
function openCounters(
  taken: readonly Seat[],
  { now, serviceTime }: Pick<QueueNow, 'now' | 'serviceTime'>
): OpenCounter[] {
  const open = taken.filter(({ pausedAt, lineIds }) => pausedAt === null && lineIds.length > 0)
  return open.map(({ counterId: id, lineIds, ticket }) => {
    if (!ticket) return { id, lineIds, freeAt: now }
    const typical = serviceTime(ticket.lineId)
    return { id, lineIds, freeAt: expectedFree({ startedAt: ticket.since, typical }, now) }
  })
}
