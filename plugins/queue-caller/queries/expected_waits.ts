import db from '@adonisjs/lucid/services/db'
import { localDateOf } from '#core/scheduling'
import { walkInStanding, type Standing } from '#plugins/queue-caller/domain/standing'
import {
  expectedCall,
  expectedCalls,
  waitRange,
  type QueueNow,
} from '#plugins/queue-caller/domain/waiting_time'
import type { Line } from '#plugins/queue-caller/models/line'
import { queueFigures, type Place } from '#plugins/queue-caller/queries/queue_figures'
import { queuedTickets } from '#plugins/queue-caller/queries/queued_tickets'

/** In minutes. */
export type WaitRange = { from: number; to: number }

/** The queue of a location as it can be played on. Four statements. */
export async function queueNow(location: Place): Promise<QueueNow> {
  const figures = (await queueFigures([location])).get(location.id)!
  const day = localDateOf(location.zone, figures.now)
  const tickets = await queuedTickets(db.connection(), { locationId: location.id, day })
  return { ...figures, tickets: tickets.filter(({ lineId }) => figures.lines.has(lineId)) }
}

/** What people who wait are told, by ticket; who will not be called by an open counter is missing. */
export function waitRanges(queue: QueueNow): Map<number, WaitRange> {
  const ranges = [...expectedCalls(queue)].map(([id, at]) => {
    return [id, waitRange(Math.max(at - queue.now, 0))] as const
  })
  return new Map(ranges)
}

/**
 * What an appointment is told that checks in: the wait from now on, with the place that it takes
 * thereby. Null while no counter will call it.
 */
export async function waitFrom(
  location: Place,
  ticketId: number,
  standing: Standing
): Promise<WaitRange | null> {
  const queue = await queueNow(location)
  const tickets = queue.tickets.map((one) => (one.id === ticketId ? { ...one, ...standing } : one))
  const at = expectedCall(ticketId, { ...queue, tickets })
  return at === null ? null : waitRange(at - queue.now)
}

const NEW = -1

/** What a walk-in is told who would take a ticket now; null while no counter serves the line. */
export const expectedWait = async (location: Place, line: Line): Promise<WaitRange | null> =>
  waitOfNew(await queueNow(location), line.id)

/** The same out of a queue that is known. */
export function waitOfNew(queue: QueueNow, lineId: number): WaitRange | null {
  const last = Math.max(0, ...queue.tickets.map(({ seq }) => seq)) + 1
  const ticket = {
    ...walkInStanding(queue.now),
    ...{ id: NEW, seq: last, lineId, urgent: false, forCounterId: null },
  }
  const calls = expectedCalls({ ...queue, tickets: [...queue.tickets, ticket] }, NEW)
  const at = calls.get(NEW)
  return at === undefined ? null : waitRange(at - queue.now)
}
