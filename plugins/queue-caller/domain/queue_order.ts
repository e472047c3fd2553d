import type { Standing } from '#plugins/queue-caller/domain/standing'

const MINUTE = 60_000

/** A ticket that waits, or was absent and is to be called again. */
export interface Waiting extends Standing {
  readonly id: number
  readonly lineId: number
  readonly urgent: boolean
  /** Grows with each ticket issued; parts those of one order time. */
  readonly seq: number
}

/** A waiting ticket that may have been transferred to one counter alone. */
export interface Queued extends Waiting {
  readonly forCounterId: number | null
}

/** Who may call it: counters that serve its line, or the one it was transferred to. */
export const isServedAt = (
  { lineId, forCounterId }: Pick<Queued, 'lineId' | 'forCounterId'>,
  counter: { readonly id: number; readonly lineIds: readonly number[] }
): boolean =>
  forCounterId === null ? counter.lineIds.includes(lineId) : forCounterId === counter.id

/** How a line treats appointments and walk-ins, and how its calls went so far. */
export interface LineSituation {
  /** Appointments called in a row while a walk-in waited, see `inARowAfter`. */
  readonly inARow: number
  readonly mostInARow: number
  /** No walk-in waits longer than this because of appointments. */
  readonly longestWaitMinutes: number
}

/** One situation for each line that the counter serves; `now` in epoch milliseconds. */
export interface Situation {
  readonly now: number
  readonly lines: ReadonlyMap<number, LineSituation>
}

/** Why a ticket stands where it stands, in the order of its importance (Q3). */
export const REASONS = [
  'urgent',
  'waited_too_long',
  'turn_of_walk_in',
  'appointment',
  'walk_in',
  'early',
] as const
export type Reason = (typeof REASONS)[number]

export const isDue = ({ dueFrom }: Standing, now: number): boolean => dueFrom <= now

/** Why it would be called; staff read it as "why this one is next". */
export function reasonOf(ticket: Waiting, { now, lines }: Situation): Reason {
  if (ticket.urgent) return 'urgent'
  if (ticket.among === 'appointments') return ticket.orderAt > now ? 'early' : 'appointment'
  const { inARow, mostInARow, longestWaitMinutes } = lines.get(ticket.lineId)!
  if (now - ticket.orderAt >= longestWaitMinutes * MINUTE) return 'waited_too_long'
  return inARow >= mostInARow ? 'turn_of_walk_in' : 'walk_in'
}

/**
 * The one comparison of the queue, for tickets that are due: negative when `a` is called before
 * `b`. After each call it is asked anew, since the situation has changed.
 */
export function compareInQueue(a: Waiting, b: Waiting, situation: Situation): number {
  const rank = (ticket: Waiting) => REASONS.indexOf(reasonOf(ticket, situation))
  return rank(a) - rank(b) || a.orderAt - b.orderAt || a.seq - b.seq
}

/** Who is called next, and why; null when nobody is due. */
export function nextInQueue<T extends Waiting>(
  tickets: readonly T[],
  situation: Situation
): { ticket: T; reason: Reason } | null {
  let first: T | null = null
  for (const ticket of tickets) {
    if (!isDue(ticket, situation.now)) continue
    if (!first || compareInQueue(ticket, first, situation) < 0) first = ticket
  }
  return first && { ticket: first, reason: reasonOf(first, situation) }
}

/**
 * Appointments in a row after one more call in the line.
 *
 * @param others those that still wait in the line, without the called one
 */
export function inARowAfter(
  called: Waiting,
  others: readonly Waiting[],
  { inARow, now }: { inARow: number; now: number }
): number {
  if (called.urgent) return inARow
  if (called.among === 'walk_ins') return 0
  const isPassed = ({ among, urgent, dueFrom }: Waiting) =>
    among === 'walk_ins' && !urgent && dueFrom <= now
  return others.some(isPassed) ? inARow + 1 : inARow
}
