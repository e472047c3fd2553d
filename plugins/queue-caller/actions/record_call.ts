import { clock, type Trx } from '#core/platform'
import type { AskedCall, Call } from '#plugins/queue-caller/actions/call_ticket'
import { keepInARow } from '#plugins/queue-caller/actions/line_turns'
import { lookAgainAt, queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep } from '#plugins/queue-caller/actions/take_step'
import {
  inARowAfter,
  type LineSituation,
  type Reason,
} from '#plugins/queue-caller/domain/queue_order'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { lineOf } from '#plugins/queue-caller/queries/lines'
import type { QueuedTicket } from '#plugins/queue-caller/queries/queued_tickets'

type Found = {
  chosen: QueuedTicket
  reason: Reason | 'chosen'
  turns: ReadonlyMap<number, LineSituation>
  /** everybody who waits at the location */
  all: readonly QueuedTicket[]
}

/** Puts a ticket before a counter, while the transaction holds the turn of its line. */
export async function recordCall(
  trx: Trx,
  { session, location, by }: AskedCall,
  { chosen, reason, turns, all }: Found
): Promise<Call> {
  const now = clock.now()
  const ticket = await Ticket.findOrFail(chosen.id, { client: trx })
  const line = turns.get(chosen.lineId)
  const called = await takeStep(trx, ticket, 'call', {
    by,
    details: { reason, inARow: line?.inARow },
    calls: ticket.calls + 1,
    counterId: session.counterId,
    calledAt: now,
    announcedAt: now,
  })
  if (!called) return { ok: false, reason: 'not_waiting' }
  if (line) {
    const others = all.filter(({ lineId, id }) => lineId === chosen.lineId && id !== chosen.id)
    const inARow = inARowAfter(chosen, others, { inARow: line.inARow, now })
    await keepInARow(trx, { lineId: chosen.lineId, day: ticket.day, inARow })
  }
  if (session.automatic) {
    const { graceSeconds } = await lineOf(trx, ticket)
    await lookAgainAt(trx, location.id, now + graceSeconds * 1000)
  }
  await queueChanged(trx, location.id)
  return { ok: true, ticket, reason }
}
