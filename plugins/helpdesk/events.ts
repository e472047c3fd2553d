import { defineEvent } from '#core/platform'
import type { TicketState, TicketStep } from '#plugins/helpdesk/domain/ticket_states'

/** A customer, or staff for one, has opened a ticket. */
export const TicketOpened = defineEvent<{ ticketId: number }>('helpdesk.ticket_opened')

/** One step further, as the state table names it; the state may be the same after it. */
export const TicketStepped = defineEvent<{
  ticketId: number
  step: TicketStep
  from: TicketState
  to: TicketState
}>('helpdesk.ticket_stepped')
