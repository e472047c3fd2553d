import { audit } from '#core/audit'
import { clock, transaction, updateRows, type Actor, type Trx } from '#core/platform'
import { keepTargets } from '#plugins/helpdesk/actions/keep_targets'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { recordEntry } from '#plugins/helpdesk/actions/record_entry'
import { takeStep, type Stepped } from '#plugins/helpdesk/actions/take_step'
import { priorityOf } from '#plugins/helpdesk/domain/priority'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** What staff put in order among themselves. */
type Order = Partial<
  Pick<Ticket, 'assigneeId' | 'teamId' | 'priority' | 'kind' | 'impact' | 'serviceLevelId'>
>

type Change = { ticketId: number; values: Order; by: Actor }

/** Assigns a ticket, or changes its team, priority, kind, impact or service level. */
export class ChangeTicket {
  async handle({ ticketId, values, by }: Change): Promise<Stepped> {
    return transaction(async (trx) => {
      const { ticket, hours } = await lockedTicket(trx, ticketId)
      const isTaken = ticket.state === 'new' && (values.assigneeId ?? null) !== null
      const changes = changesOf(ticket, values)
      if (isTaken) return takeStep(trx, ticket, { step: 'take', by, values, changes, hours })
      return this.#order(trx, ticket, { values, by })
    })
  }

  async #order(
    trx: Trx,
    ticket: Ticket,
    { values, by }: Omit<Change, 'ticketId'>
  ): Promise<Stepped> {
    const { id, version, state } = ticket
    const changes = changesOf(ticket, values)
    const priority = priorityAfter(ticket, values)
    const written = { ...values, ...priority, version: version + 1, updatedAt: clock.now() }
    if ((await updateRows(trx, Ticket, { id, version }, written)) !== 1) {
      return { ok: false, reason: 'changed_meanwhile' }
    }
    ticket.merge(written)
    ticket.$hydrateOriginals()
    const entry = await recordEntry(trx, ticket, { deed: 'changed', by, fromState: state, changes })
    const { hours } = await lockedTicket(trx, id)
    await keepTargets(trx, ticket, hours)
    await audit(trx, {
      actor: by,
      action: 'helpdesk.changed',
      object: 'helpdesk.ticket',
      objectId: id,
    })
    return { ok: true, entry, from: state }
  }
}

/** Whoever sets a priority is believed; else it follows urgency and impact. */
function priorityAfter(ticket: Ticket, { priority, impact }: Order) {
  if (priority !== undefined) return { priorityIsSet: true }
  if (impact === undefined || ticket.priorityIsSet) return {}
  return { priority: priorityOf(ticket.urgency, impact) }
}

function changesOf(ticket: Ticket, values: Order) {
  const names = Object.keys(values) as (keyof Order)[]
  return Object.fromEntries(
    names
      .filter((name) => ticket[name] !== values[name])
      .map((name) => [name, [ticket[name], values[name]] as [unknown, unknown]])
  )
}
