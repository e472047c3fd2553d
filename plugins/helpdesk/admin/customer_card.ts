import type { CustomerCard } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import { tickets } from '#plugins/helpdesk/admin/tickets'
import { Ticket } from '#plugins/helpdesk/models/ticket'

/** A customer's tickets and what happened to them. */
export const customerCard: CustomerCard = {
  related: [
    {
      id: 'helpdesk-tickets',
      to: () => tickets,
      by: 'customerId',
      sort: '-changedAt',
      without: ['customer', 'urgency', 'priority', 'team', 'assigneeId', 'createdAt', 'kind'],
    },
  ],
  links: [
    {
      id: 'helpdesk-open',
      title: 'helpdesk.desk.open.title',
      permission: 'helpdesk.work',
      icon: 'life-buoy',
      href: ({ id }: Customer) => urlFor('helpdesk.desk_tickets.create', {}, { customer: id }),
    },
  ],
  subjects: async (customerId, { can }) => {
    if (!can('helpdesk.view')) return []
    const own = await Ticket.query().where({ customerId }).select('id')
    return own.map(({ id }) => ({ object: 'helpdesk.ticket', id }))
  },
}
