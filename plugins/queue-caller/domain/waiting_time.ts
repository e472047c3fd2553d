import {
  inARowAfter,
  type LineSituation,
  type Queued,
} from '#plugins/queue-caller/domain/queue_order'
import { StandingQueue } from '#plugins/queue-caller/domain/standing_queue'

const STEP_MINUTES = 5
const STEP = STEP_MINUTES * 60_000
const LOW = 0.8
const HIGH = 1.3

/** A counter that is open. */
export interface OpenCounter {
  readonly id: number
  readonly lineIds: readonly number[]
  /** When its present ticket will probably be finished, in epoch milliseconds; now or before: free. */
  readonly freeAt: number
}

export interface QueueNow {
  /** epoch milliseconds */
  readonly now: number
  /** Those who wait and those who are to come: appointments of later today stand among them. */
  readonly tickets: readonly Queued[]
  readonly counters: readonly OpenCounter[]
  readonly lines: ReadonlyMap<number, LineSituation>
  /** How long somebody of a line is served, in milliseconds. */
  readonly serviceTime: (lineId: number) => number
}

/** A call as the queue will probably see it; `at` in epoch milliseconds. */
export interface ExpectedCall {
  readonly id: number
  readonly at: number
  readonly counterId: number
}

/**
 * Who will probably be called, when and where, in this order: the queue is played on by its own
 * rule. A ticket that no open counter will call is missing.
 *
 * @param until the play ends with the call of this ticket
 */
export function expectedOrder(queue: QueueNow, until?: number): ExpectedCall[] {
  let counters = queue.counters.map((counter) => ({
    ...counter,
    freeAt: Math.max(counter.freeAt, queue.now),
  }))
  const waiting = new StandingQueue(queue.tickets)
  const lines = new Map(queue.lines)
  const calls: ExpectedCall[] = []
  while (counters.length > 0 && (until === undefined || calls.at(-1)?.id !== until)) {
    const counter = counters.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
    const now = counter.freeAt
    const ticket = waiting.next(counter, { now, lines })
    if (!ticket) {
      const later = waiting.nextDue(counter)
      if (later === null) counters = counters.filter((one) => one !== counter)
      else counter.freeAt = later
      continue
    }
    calls.push({ id: ticket.id, at: now, counterId: counter.id })
    waiting.take(ticket)
    const line = lines.get(ticket.lineId)!
    const others = waiting.firstWalkIns(ticket.lineId)
    const inARow = inARowAfter(ticket, others, { inARow: line.inARow, now })
    if (inARow !== line.inARow) lines.set(ticket.lineId, { ...line, inARow })
    counter.freeAt = now + queue.serviceTime(ticket.lineId)
  }
  return calls
}

/** When tickets will probably be called, in epoch milliseconds by id. */
export const expectedCalls = (queue: QueueNow, until?: number): Map<number, number> =>
  new Map(expectedOrder(queue, until).map(({ id, at }) => [id, at]))

/** Of one ticket; null when no open counter will call it. */
export const expectedCall = (ticketId: number, queue: QueueNow): number | null =>
  expectedCalls(queue, ticketId).get(ticketId) ?? null

/** Who is served for longer than usual will still need so much of the usual time. */
const STILL = 0.25

/** When a ticket that is being served will probably be finished; all in milliseconds. */
export const expectedFree = (
  { startedAt, typical }: { startedAt: number; typical: number },
  now: number
): number => Math.max(startedAt + typical, now + typical * STILL)

/** A wait in milliseconds as people are told it: from and to in minutes, in steps of five. */
export function waitRange(wait: number): { from: number; to: number } {
  const from = Math.floor((wait * LOW) / STEP) * STEP_MINUTES
  const to = Math.ceil((wait * HIGH) / STEP) * STEP_MINUTES
  return { from, to: Math.max(to, from + STEP_MINUTES) }
}
