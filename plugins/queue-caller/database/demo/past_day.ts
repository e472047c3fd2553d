import {
  inARowAfter,
  nextInQueue,
  type LineSituation,
} from '#plugins/queue-caller/domain/queue_order'
import { expectedCall, waitRange } from '#plugins/queue-caller/domain/waiting_time'
import { PastCounter, type PastLine } from '#plugins/queue-caller/database/demo/past_counter'
import { PastTicket, type Person } from '#plugins/queue-caller/database/demo/past_ticket'

const MINUTE = 60_000
/** How close the play looks. */
const TICK = 20_000
/** So long after closing people are still called, and so much later the last one is served. */
const LATEST_CALL = 40 * MINUTE
const OVERTIME = 180 * MINUTE

export type DayPlan = {
  random: () => number
  /** epoch milliseconds */
  opens: number
  closes: number
  lines: readonly (PastLine & {
    readonly mostInARow: number
    readonly longestWaitMinutes: number
  })[]
  counters: readonly { readonly id: number; readonly lineIds: readonly number[] }[]
  people: readonly Person[]
}

/** Plays a day by the queue's own rules. Who still waits in the end is closed at `midnight`. */
export function pastDay(plan: DayPlan, midnight: number): PastTicket[] {
  const day = new PastDay(plan)
  for (let at = plan.opens; at < plan.closes + OVERTIME; at += TICK) {
    // Nothing in life happens on the full minute.
    day.tick(at + Math.floor(plan.random() * TICK))
  }
  return day.closed(midnight)
}

class PastDay {
  readonly #tickets: PastTicket[] = []
  readonly #counters: PastCounter[]
  readonly #lines: Map<number, DayPlan['lines'][number]>
  readonly #rows: Map<number, LineSituation>
  readonly #issued = new Map<number, number>()
  readonly #latestCall: number
  #waiting: PastTicket[] = []
  #coming: Person[]

  constructor({ lines, counters, people, random, closes }: DayPlan) {
    this.#latestCall = closes + LATEST_CALL
    this.#counters = counters.map(({ id, lineIds }) => new PastCounter(id, lineIds, random))
    this.#lines = new Map(lines.map((line) => [line.id, line]))
    this.#rows = new Map(lines.map((line) => [line.id, { ...line, inARow: 0 }]))
    this.#coming = people.toSorted((one, other) => one.comesAt - other.comesAt)
  }

  tick(now: number): void {
    while (this.#coming.length > 0 && this.#coming[0].comesAt <= now) {
      this.#issue(this.#coming.shift()!, now)
    }
    for (const ticket of this.#waiting.filter((one) => hasEnough(one, now)))
      this.#leave(ticket, now)
    for (const counter of this.#counters) {
      const { ticket } = counter
      if (ticket && counter.goOn(now, this.#lines.get(ticket.lineId)!)) this.#waiting.push(ticket)
      if (!counter.ticket && now < this.#latestCall) this.#call(counter, now)
    }
  }

  closed(midnight: number): PastTicket[] {
    for (const ticket of this.#tickets) {
      if (ticket.endedAt !== null) continue
      ticket.endedAt = midnight
      ticket.take('close', midnight)
    }
    return this.#tickets
  }

  #issue(person: Person, now: number): void {
    const nth = (this.#issued.get(person.lineId) ?? 0) + 1
    this.#issued.set(person.lineId, nth)
    const ticket = new PastTicket(this.#tickets.length + 1, person, nth, now)
    this.#tickets.push(ticket)
    this.#waiting.push(ticket)
    ticket.told = this.#told(ticket, now)
  }

  #told(ticket: PastTicket, now: number) {
    const serviceTime = (id: number) => this.#lines.get(id)!.serviceMinutes * MINUTE
    const counters = this.#counters.map((counter) => {
      const typical = counter.ticket ? serviceTime(counter.ticket.lineId) : 0
      return { id: counter.id, lineIds: counter.lineIds, freeAt: counter.freeAt(now, typical) }
    })
    const queue = { now, tickets: this.#waiting, counters, lines: this.#rows, serviceTime }
    const at = expectedCall(ticket.id, queue)
    return at === null ? null : waitRange(at - now)
  }

  #leave(ticket: PastTicket, now: number): void {
    this.#waiting = this.#waiting.filter((one) => one !== ticket)
    ticket.endedAt = now
    ticket.take('leave', now)
  }

  #call(counter: PastCounter, now: number): void {
    const served = this.#waiting.filter(({ lineId }) => counter.lineIds.includes(lineId))
    const next = nextInQueue(served, { now, lines: this.#rows })
    if (!next) return
    const { ticket, reason } = next
    this.#waiting = this.#waiting.filter((one) => one !== ticket)
    const others = this.#waiting.filter(({ lineId }) => lineId === ticket.lineId)
    const row = this.#rows.get(ticket.lineId)!
    const inARow = inARowAfter(ticket, others, { inARow: row.inARow, now })
    this.#rows.set(ticket.lineId, { ...row, inARow })
    counter.call(ticket, now, reason)
  }
}

const hasEnough = ({ state, issuedAt, person }: PastTicket, now: number) =>
  state === 'waiting' && now - issuedAt > person.patience
