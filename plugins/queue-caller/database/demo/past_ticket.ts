import type { Queued } from '#plugins/queue-caller/domain/queue_order'
import { walkInStanding, type Standing } from '#plugins/queue-caller/domain/standing'
import {
  EVENT_OF,
  stateAfter,
  type TicketEventKind,
  type TicketState,
  type TicketStep,
} from '#plugins/queue-caller/domain/ticket_states'

export type PastEvent = {
  kind: TicketEventKind
  state: TicketState
  at: number
  lineId: number
  counterId: number | null
  details: object
}

/** What a person was going to do, whatever the queue did. */
export type Person = {
  comesAt: number
  lineId: number
  /** Calls that this person does not come to. */
  missed: number
  /** How long they wait before they give up; for ever when left out. */
  patience: number
  /** The line that they really belong to, as a counter then finds out. */
  belongsTo: number | null
  /** 1 is as long as usual. */
  talk: number
}

/** A walk-in's ticket of a day that is over, and what happened to it; instants in milliseconds. */
export class PastTicket implements Queued {
  readonly urgent = false
  readonly forCounterId = null
  readonly events: PastEvent[] = []
  readonly issuedLineId: number
  state: TicketState = 'waiting'
  lineId: number
  among: Standing['among']
  orderAt: number
  dueFrom: number
  calls = 0
  told: { from: number; to: number } | null = null
  counterId: number | null = null
  calledAt: number | null = null
  startedAt: number | null = null
  endedAt: number | null = null

  constructor(
    readonly id: number,
    readonly person: Person,
    readonly nth: number,
    readonly issuedAt: number
  ) {
    this.issuedLineId = this.lineId = person.lineId
    const { among, orderAt, dueFrom } = walkInStanding(issuedAt)
    this.among = among
    this.orderAt = orderAt
    this.dueFrom = dueFrom
    this.#note('issued', issuedAt, {})
  }

  get seq(): number {
    return this.id
  }

  /** A step as a counter or the person takes it, with its line in the log. */
  take(step: TicketStep, at: number, details: object = {}): void {
    const state = stateAfter(this.state, step)
    if (!state) throw new Error(`${step} of a ticket that is ${this.state}`)
    this.state = state
    this.#note(EVENT_OF[step], at, details)
  }

  stand({ among, orderAt, dueFrom }: Standing): void {
    Object.assign(this, { among, orderAt, dueFrom })
  }

  /** When a counter did something with it. */
  timesAt(counterId: number): number[] {
    return this.events.flatMap((event) => (event.counterId === counterId ? [event.at] : []))
  }

  #note(kind: TicketEventKind, at: number, details: object): void {
    const { state, lineId, counterId } = this
    this.events.push({ kind, state, at, lineId, counterId, details })
  }
}
