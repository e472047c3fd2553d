import {
  isUniqueViolation,
  rows,
  transaction,
  type Actor,
  type Result,
  type Trx,
} from '#core/platform'
import type { ReservationOutcome } from '#core/scheduling'
import { keepInARow } from '#plugins/queue-caller/actions/line_turns'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { changeTicket, type EventDetails } from '#plugins/queue-caller/actions/take_step'
import { tellReservation } from '#plugins/queue-caller/actions/tell_reservation'
import { UNDOABLE, type TicketEventKind } from '#plugins/queue-caller/domain/ticket_states'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

type Undone = Result<{ ticket: Ticket }, 'changed' | 'busy'>
type At = { counterId: number; by: Actor }

/** Q6: takes a wrong click back; everything is as it was before the last step. */
export class UndoStep {
  async handle(ticket: Ticket, at: At): Promise<Undone> {
    try {
      return await transaction((trx) => undo(trx, ticket, at))
    } catch (error) {
      if (isUniqueViolation(error)) return { ok: false, reason: 'busy' }
      throw error
    }
  }
}

interface LastRow {
  id: number
  kind: TicketEventKind
  counter_id: number | null
  details: string
}

const LAST = `select id, kind, counter_id, details from queue_caller_events where ticket_id = ? order by id desc limit 1`

/** Of an appointment, by the step that is taken back: what is said of it then. */
const OUTCOMES: Partial<Record<TicketEventKind, ReservationOutcome | null>> = {
  started: null,
  finished: 'arrived',
  no_show: null,
}

async function undo(trx: Trx, ticket: Ticket, { counterId, by }: At): Promise<Undone> {
  const last = await lastStep(trx, ticket)
  if (!last || last.counter_id !== counterId) return { ok: false, reason: 'changed' }
  const { before = {}, inARow } = JSON.parse(last.details) as EventDetails
  const details = { undoes: last.id }
  if (!(await changeTicket(trx, ticket, 'undone', { by, details, values: before }))) {
    return { ok: false, reason: 'changed' }
  }
  if (last.kind === 'called' && inARow !== undefined) {
    await keepInARow(trx, { lineId: ticket.lineId, day: ticket.day, inARow })
  }
  const outcome = outcomeBefore(ticket, last.kind)
  if (outcome !== undefined) await tellReservation(trx, ticket, { outcome, by })
  await queueChanged(trx, ticket.locationId)
  return { ok: true, ticket }
}

/** Whoever had checked in, or had been at a counter, has arrived all the same. */
function outcomeBefore({ checkedInAt, startedAt }: Ticket, kind: TicketEventKind) {
  const outcome = OUTCOMES[kind]
  const wasHere = checkedInAt !== null || startedAt !== null
  return outcome === null && wasHere ? 'arrived' : outcome
}

/** The last thing that happened to a ticket, if it can be taken back. */
async function lastStep(trx: Trx, ticket: Ticket): Promise<LastRow | null> {
  const [last] = await rows<LastRow>(trx, LAST, [ticket.id])
  return last && UNDOABLE.includes(last.kind) ? last : null
}
