import { audit } from '#core/audit'
import { clock, emit, updateRows, type Actor, type Result, type Trx } from '#core/platform'
import { keepTargets } from '#plugins/helpdesk/actions/keep_targets'
import { recordEntry } from '#plugins/helpdesk/actions/record_entry'
import { DEED_OF } from '#plugins/helpdesk/domain/deeds'
import {
  stateAfter,
  type Doer,
  type TicketState,
  type TicketStep,
} from '#plugins/helpdesk/domain/ticket_states'
import { TicketStepped } from '#plugins/helpdesk/events'
import type { Entry } from '#plugins/helpdesk/models/entry'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import type { Hours } from '#plugins/helpdesk/queries/hours_of'

/** Columns of a ticket that steps change besides its state. */
export type TicketValues = Partial<
  Pick<
    Ticket,
    | 'assigneeId'
    | 'proposedAt'
    | 'lapsesAt'
    | 'lastDay'
    | 'closedAt'
    | 'closedBy'
    | 'reopened'
    | 'rejected'
    | 'rating'
    | 'ratingComment'
    | 'ratedAt'
    | 'duplicateOfId'
  >
>

export type Step = {
  step: TicketStep
  by: Actor
  text?: string | null
  files?: readonly string[]
  values?: TicketValues
  /** What staff changed by it, before and after. */
  changes?: Entry['changes']
  hours: Hours
}

/** `not_now`: its state does not allow the step; `changed_meanwhile`: somebody was faster. */
export type StepRefusal = 'not_now' | 'changed_meanwhile'
export type Stepped = Result<{ entry: Entry; from: TicketState }, StepRefusal>

const DOERS: Record<Actor['kind'], Doer> = {
  customer: 'customer',
  staff: 'staff',
  system: 'time',
  public: 'customer',
}

/**
 * One guarded change of a ticket that `lockedTicket` has read, the entry that tells of it, and its
 * deadlines anew. Whoever acts has been checked before.
 */
export async function takeStep(
  trx: Trx,
  ticket: Ticket,
  { step, by, text, files, values = {}, changes, hours }: Step
): Promise<Stepped> {
  const { id, state: from, version } = ticket
  const state = stateAfter(from, step, DOERS[by.kind])
  if (!state) return { ok: false, reason: 'not_now' }
  const now = clock.now()
  const written = { ...values, state, version: version + 1, changedAt: now, updatedAt: now }
  if ((await updateRows(trx, Ticket, { id, state: from, version }, written)) !== 1) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  ticket.merge(written)
  ticket.$hydrateOriginals()
  const said = { deed: DEED_OF[step], by, fromState: from, text, files, changes }
  const entry = await recordEntry(trx, ticket, said)
  await keepTargets(trx, ticket, hours)
  await audit(trx, {
    actor: by,
    action: `helpdesk.${DEED_OF[step]}`,
    object: 'helpdesk.ticket',
    objectId: id,
  })
  await emit(trx, TicketStepped, { ticketId: id, step, from, to: state })
  return { ok: true, entry, from }
}
