import {
  compareInQueue,
  isDue,
  isServedAt,
  type Queued,
  type Situation,
} from '#plugins/queue-caller/domain/queue_order'

type Counter = { readonly id: number; readonly lineIds: readonly number[] }

/** Within these the first one in time is called first; who is early may be called or not. */
const IN_ORDER = ['urgent', 'appointments', 'walkIns'] as const
type Kind = (typeof IN_ORDER)[number] | 'early'

/** Of one line, or of those in it that were transferred to one counter; each in order of time. */
type Lane<T> = {
  readonly of: { readonly lineId: number; readonly forCounterId: number | null }
  readonly lists: Record<Kind, T[]>
}

const inTime = (a: Queued, b: Queued) => a.orderAt - b.orderAt || a.seq - b.seq

/**
 * A queue that is asked again and again who is next: for each line only the first of each kind is
 * compared, so that a call costs the same with ten people and with a thousand. The answer is that
 * of `nextInQueue`. Takes for granted that nobody is due later than their order time.
 */
export class StandingQueue<T extends Queued> {
  readonly #lanes = new Map<string, Lane<T>>()

  constructor(tickets: readonly T[]) {
    for (const ticket of tickets) this.#laneOf(ticket).lists[kindOf(ticket)].push(ticket)
    // The first one last, where it is taken away without moving the others.
    for (const { lists } of this.#lanes.values())
      for (const list of Object.values(lists)) list.sort((a, b) => inTime(b, a))
  }

  /** Who is called next at a counter; null when nobody is due there. */
  next(counter: Counter, situation: Situation): T | null {
    let first: T | null = null
    for (const ticket of this.#firstOnes(counter)) {
      if (!isDue(ticket, situation.now)) continue
      if (!first || compareInQueue(ticket, first, situation) < 0) first = ticket
    }
    return first
  }

  /** When somebody becomes due at a counter next; null when nobody waits for it. */
  nextDue(counter: Counter): number | null {
    const times = this.#firstOnes(counter).map(({ dueFrom }) => dueFrom)
    return times.length === 0 ? null : Math.min(...times)
  }

  /** Nobody else can be next, nor due earlier, at a counter. */
  #firstOnes(counter: Counter): T[] {
    const found: T[] = []
    for (const { of, lists } of this.#lanes.values()) {
      if (!isServedAt(of, counter)) continue
      for (const kind of IN_ORDER) if (lists[kind].length > 0) found.push(lists[kind].at(-1)!)
      for (const ticket of lists.early) found.push(ticket)
    }
    return found
  }

  take(ticket: T): void {
    const list = this.#laneOf(ticket).lists[kindOf(ticket)]
    list.splice(list.lastIndexOf(ticket), 1)
  }

  /** Walk-ins that wait in a line and are not urgent; the first of each counter's is enough. */
  firstWalkIns(lineId: number): T[] {
    return [...this.#lanes.values()].flatMap(({ of, lists }) =>
      of.lineId === lineId ? lists.walkIns.slice(-1) : []
    )
  }

  #laneOf({ lineId, forCounterId }: T): Lane<T> {
    const key = `${lineId} ${forCounterId}`
    const known = this.#lanes.get(key)
    if (known) return known
    const lists = { urgent: [], appointments: [], early: [], walkIns: [] }
    const lane = { of: { lineId, forCounterId }, lists }
    this.#lanes.set(key, lane)
    return lane
  }
}

function kindOf({ urgent, among, dueFrom, orderAt }: Queued): Kind {
  if (dueFrom < orderAt) return 'early'
  if (urgent) return 'urgent'
  return among === 'walk_ins' ? 'walkIns' : 'appointments'
}
