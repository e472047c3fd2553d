import type { HttpContext } from '@adonisjs/core/http'
import type { Deed } from '#plugins/helpdesk/domain/deeds'
import type { TicketState } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { presentEntry } from '#plugins/helpdesk/presenters/thread'
import { lastShown, type ShownEntry } from '#plugins/helpdesk/queries/shown_entries'

/** What the team did last where it is the customer's turn. */
const AWAITED: Partial<Record<TicketState, Deed>> = {
  waiting_customer: 'asked',
  solution_proposed: 'proposed',
}

/** The question or the solution that waits for the customer, of entries that were read already. */
export function awaitedAmong({ state }: Ticket, entries: readonly ShownEntry[]) {
  const deed = AWAITED[state]
  return deed ? (entries.findLast(({ entry }) => entry.deed === deed) ?? null) : null
}

/** The same as the pages show it on which it is answered. */
export async function presentAwaited(ctx: HttpContext, ticket: Ticket) {
  const deed = AWAITED[ticket.state]
  const shown = deed ? await lastShown(ticket.id, deed) : null
  return shown && presentEntry(ctx, shown, await ticketZone(ticket))
}
