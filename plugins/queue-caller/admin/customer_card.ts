import type { CustomerCard } from '#core/admin'
import type { Customer } from '#core/customers'
import { localDateOf } from '#core/scheduling'
import { stateBadge } from '#plugins/queue-caller/presenters/ticket_words'
import { locationsWithLines } from '#plugins/queue-caller/queries/locations_with_lines'
import { ticketsOfCustomer } from '#plugins/queue-caller/queries/tickets_of_customer'

/** Where the customer stands in the queue today. */
export const customerCard: CustomerCard = {
  panels: [
    {
      id: 'queue-caller-today',
      title: 'queue-caller.board.customer',
      permission: 'queue-caller.view',
      view: 'queue_caller::admin/customer_tickets',
      async data({ id }: Customer, viewer) {
        const places = await locationsWithLines()
        if (places.length === 0) return null
        const days = [...new Set(places.map(({ zone }) => localDateOf(zone, viewer.now)))]
        const { locationIds } = viewer
        const tickets = await ticketsOfCustomer({ customerId: id, days, locationIds })
        if (tickets.length === 0) return null
        return {
          tickets: tickets.map(({ code, state }) => ({ code, ...stateBadge(state, viewer) })),
        }
      },
    },
  ],
}
