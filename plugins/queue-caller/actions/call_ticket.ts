import {
  clock,
  isUniqueViolation,
  rows,
  transaction,
  type Actor,
  type Result,
  type Trx,
} from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { firstFree } from '#plugins/queue-caller/actions/first_free'
import { takeTurns } from '#plugins/queue-caller/actions/line_turns'
import { recordCall } from '#plugins/queue-caller/actions/record_call'
import { isServedAt, type Reason } from '#plugins/queue-caller/domain/queue_order'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { CounterSession } from '#plugins/queue-caller/models/counter_session'
import type { Line } from '#plugins/queue-caller/models/line'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { linesOf } from '#plugins/queue-caller/queries/lines'
import { queuedTickets } from '#plugins/queue-caller/queries/queued_tickets'
import { lineIdsServedAt, ticketAt } from '#plugins/queue-caller/queries/sessions'

export type CallRefusal =
  /** nobody is due */
  | 'nobody'
  /** the counter has a ticket already */
  | 'busy'
  | 'paused'
  /** somebody else sits there, or nobody does any more */
  | 'left_counter'
  /** the asked-for ticket does not wait here any more */
  | 'not_waiting'

export type Call = Result<{ ticket: Ticket; reason: Reason | 'chosen' }, CallRefusal>

export type AskedCall = {
  session: CounterSession & { counter: Counter }
  location: { readonly id: number; readonly zone: string }
  by: Actor
  /** "Call this one"; left out, the next one is called. */
  ticketId?: number
}

/** Q3, Q6: exactly one counter gets exactly one ticket. */
export class CallTicket {
  async handle(asked: AskedCall): Promise<Call> {
    try {
      // Read before: in a transaction on SQLite nothing else can be asked.
      const lines = await linesOf(asked.location.id)
      return await transaction((trx) => call(trx, asked, lines))
    } catch (error) {
      // The database has the last word on one ticket a counter.
      if (isUniqueViolation(error)) return { ok: false, reason: 'busy' }
      throw error
    }
  }
}

async function call(trx: Trx, asked: AskedCall, lines: Line[]): Promise<Call> {
  const { session, location, ticketId } = asked
  const { counter } = session
  const seat = await keepSeat(trx, session)
  if (!seat) return { ok: false, reason: 'left_counter' }
  if (seat.paused_at !== null) return { ok: false, reason: 'paused' }
  if ((await ticketAt(trx, counter.id)) !== null) return { ok: false, reason: 'busy' }
  const now = clock.now()
  const day = localDateOf(location.zone, now)
  const turns = await takeTurns(trx, { lines, day })
  const all = await queuedTickets(trx, { locationId: location.id, day })
  const here = { id: counter.id, lineIds: await lineIdsServedAt(trx, counter) }
  const served = all.filter((ticket) => turns.has(ticket.lineId) && isServedAt(ticket, here))
  if (ticketId !== undefined) {
    const chosen = all.find(({ id }) => id === ticketId)
    if (!chosen) return { ok: false, reason: 'not_waiting' }
    return recordCall(trx, asked, { chosen, reason: 'chosen', turns, all })
  }
  const next = await firstFree(trx, served, { now, lines: turns })
  if (!next) return { ok: false, reason: 'nobody' }
  return recordCall(trx, asked, { chosen: next.ticket, reason: next.reason, turns, all })
}

/** Takes the row of the session, so that nobody is called to a counter that is being left. */
async function keepSeat(trx: Trx, { id }: CounterSession) {
  const [seat] = await rows<{ paused_at: number | null }>(
    trx,
    `update queue_caller_sessions set automatic = automatic where id = ? and closed_at is null returning paused_at`,
    [id]
  )
  return seat
}
