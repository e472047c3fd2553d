import { publish } from '#core/live'
import { clock, rows, updateRows, type Actor, type Trx } from '#core/platform'
import {
  EVENT_OF,
  stateAfter,
  type TicketEventKind,
  type TicketStep,
} from '#plugins/queue-caller/domain/ticket_states'
import { Ticket } from '#plugins/queue-caller/models/ticket'

/** Columns of a ticket that steps change. */
export type TicketValues = Partial<
  Pick<
    Ticket,
    | 'lineId'
    | 'calls'
    | 'urgent'
    | 'among'
    | 'orderAt'
    | 'dueFrom'
    | 'counterId'
    | 'forCounterId'
    | 'leftBy'
    | 'checkedInAt'
    | 'calledAt'
    | 'announcedAt'
    | 'startedAt'
    | 'startedHour'
    | 'endedAt'
    | 'startsAt'
    | 'code'
    | 'toldFrom'
    | 'toldTo'
    | 'locale'
  >
>

/** What the log keeps of a step beside its kind. */
export type EventDetails = {
  /** The changed columns as they were, for a wrong click to be taken back. */
  before?: TicketValues & { state?: Ticket['state'] }
  /** Why it was next. */
  reason?: string
  /** Appointments in a row of the line before this call. */
  inARow?: number
  /** Id of the event that is taken back. */
  undoes?: number
}

type Said = { by: Actor; details?: EventDetails }

/** Name of the channel on which the page of one ticket is followed. */
export const TICKET_CHANNEL = 'queue-caller.ticket'

/**
 * One guarded UPDATE and one line in the log. False when the state does not allow the step, or
 * when somebody else was faster.
 */
export async function takeStep(
  trx: Trx,
  ticket: Ticket,
  step: TicketStep,
  { by, details, ...values }: Said & TicketValues
): Promise<boolean> {
  const state = stateAfter(ticket.state, step)
  if (!state) return false
  return changeTicket(trx, ticket, EVENT_OF[step], { by, details, values: { ...values, state } })
}

type Change = Said & { values: TicketValues & { state?: Ticket['state'] } }

export async function changeTicket(
  trx: Trx,
  ticket: Ticket,
  kind: TicketEventKind,
  { by, details, values }: Change
): Promise<boolean> {
  const { id, state, version } = ticket
  const before = Object.fromEntries(
    Object.keys(values).map((name) => [name, ticket[name as keyof TicketValues] ?? null])
  )
  const counterId = ticket.counterId
  const changes = { ...values, version: version + 1 }
  if ((await updateRows(trx, Ticket, { id, state, version }, changes)) !== 1) return false
  ticket.merge(changes)
  ticket.$hydrateOriginals()
  await noteEvent(trx, ticket, kind, {
    by,
    counterId: ticket.counterId ?? counterId,
    details: { ...details, before },
  })
  return true
}

const INSERT = `insert into queue_caller_events (ticket_id, location_id, line_id, counter_id, user_id, day, kind, state, at, details) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

/** One line in the log that everything about the day is told from. */
export async function noteEvent(
  trx: Trx,
  ticket: Ticket,
  kind: TicketEventKind,
  { by, counterId, details = {} }: Said & { counterId: number | null }
): Promise<void> {
  await rows(trx, INSERT, [
    ticket.id,
    ticket.locationId,
    ticket.lineId,
    counterId,
    by.kind === 'staff' ? by.id : null,
    ticket.day,
    kind,
    ticket.state,
    clock.now(),
    JSON.stringify(details),
  ])
  await publish(trx, TICKET_CHANNEL, { ticket: ticket.publicId })
}
