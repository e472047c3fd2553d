import { afterAbsent, type RecallRules } from '#plugins/queue-caller/domain/standing'
import { expectedFree } from '#plugins/queue-caller/domain/waiting_time'
import type { Reason } from '#plugins/queue-caller/domain/queue_order'
import type { PastTicket } from '#plugins/queue-caller/database/demo/past_ticket'

const MINUTE = 60_000

export type PastLine = RecallRules & {
  readonly id: number
  readonly serviceMinutes: number
}

/** A counter of a day that is over, with whom it has in front of it. */
export class PastCounter {
  ticket: PastTicket | null = null
  /** When something happens next to the ticket. */
  #next = 0

  constructor(
    readonly id: number,
    readonly lineIds: readonly number[],
    readonly random: () => number
  ) {}

  call(ticket: PastTicket, now: number, reason: Reason): void {
    this.ticket = ticket
    ticket.calls += 1
    ticket.counterId = this.id
    ticket.calledAt = now
    ticket.take('call', now, { reason })
    const isMissed = ticket.calls <= ticket.person.missed
    this.#next = now + (isMissed ? 1.4 * MINUTE : (0.3 + this.random()) * MINUTE)
  }

  /** What has become due; true when the ticket waits again. */
  goOn(now: number, line: PastLine): boolean {
    const { ticket } = this
    if (!ticket || this.#next > now) return false
    if (ticket.state === 'serving') return this.#finish(ticket, now)
    if (ticket.calls <= ticket.person.missed) return this.#miss(ticket, now, line)
    ticket.startedAt = now
    ticket.take('start', now)
    const { talk, belongsTo } = ticket.person
    this.#next = now + (belongsTo === null ? talk * line.serviceMinutes : 1.5) * MINUTE
    return false
  }

  #miss(ticket: PastTicket, now: number, line: PastLine): boolean {
    this.ticket = null
    const again = afterAbsent({ calls: ticket.calls, calledAt: ticket.calledAt! }, line)
    ticket.take(again ? 'absent' : 'no_show', now)
    if (!again) ticket.endedAt = now
    else ticket.stand(again)
    return again !== null
  }

  #finish(ticket: PastTicket, now: number): boolean {
    const { person, lineId } = ticket
    this.ticket = null
    if (person.belongsTo === null || person.belongsTo === lineId) {
      ticket.endedAt = now
      ticket.take('finish', now)
      return false
    }
    ticket.lineId = person.belongsTo
    ticket.startedAt = null
    ticket.take('transfer', now, { before: { lineId, counterId: this.id, state: 'serving' } })
    ticket.counterId = null
    person.belongsTo = null
    return true
  }

  /** When it will probably be free, as people were told at that moment. */
  freeAt(now: number, typical: number): number {
    if (!this.ticket) return now
    return expectedFree({ startedAt: this.ticket.startedAt ?? this.ticket.calledAt!, typical }, now)
  }
}
