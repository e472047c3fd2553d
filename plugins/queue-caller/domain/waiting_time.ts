import {
  inARowAfter,
  nextInQueue,
  type LineSituation,
  type Waiting,
} from '#plugins/queue-caller/domain/queue_order'

const STEP_MINUTES = 5
const STEP = STEP_MINUTES * 60_000
const LOW = 0.8
const HIGH = 1.3

/** A counter that is open. */
export interface OpenCounter {
  readonly lineIds: readonly number[]
  /** When its present ticket will probably be finished, in epoch milliseconds; now or before: free. */
  readonly freeAt: number
}

export interface QueueNow {
  /** epoch milliseconds */
  readonly now: number
  /** Those who wait and those who are to come: appointments of later today stand among them. */
  readonly tickets: readonly Waiting[]
  readonly counters: readonly OpenCounter[]
  readonly lines: ReadonlyMap<number, LineSituation>
  /** How long somebody of a line is served, in milliseconds. */
  readonly serviceTime: (lineId: number) => number
}

/**
 * When a ticket will probably be called, in epoch milliseconds: the queue is played on by its own
 * rule until then. Null when no open counter will call it.
 */
export function expectedCall(ticketId: number, queue: QueueNow): number | null {
  let counters = queue.counters.map(({ lineIds, freeAt }) => ({
    lineIds,
    freeAt: Math.max(freeAt, queue.now),
  }))
  let waiting = [...queue.tickets]
  const lines = new Map(queue.lines)
  while (counters.length > 0) {
    const counter = counters.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
    const now = counter.freeAt
    const served = waiting.filter(({ lineId }) => counter.lineIds.includes(lineId))
    const next = nextInQueue(served, { now, lines })
    if (!next) {
      const later = served.map(({ dueFrom }) => dueFrom)
      if (later.length === 0) counters = counters.filter((one) => one !== counter)
      else counter.freeAt = Math.min(...later)
      continue
    }
    const { ticket } = next
    if (ticket.id === ticketId) return now
    waiting = waiting.filter((one) => one !== ticket)
    const line = lines.get(ticket.lineId)!
    const others = waiting.filter(({ lineId }) => lineId === ticket.lineId)
    lines.set(ticket.lineId, {
      ...line,
      inARow: inARowAfter(ticket, others, { inARow: line.inARow, now }),
    })
    counter.freeAt = now + queue.serviceTime(ticket.lineId)
  }
  return null
}

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
