import type { AccountSection } from '#core/accounts'
import { AWAITING } from '#plugins/helpdesk/domain/ticket_states'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { ownTickets } from '#plugins/helpdesk/queries/own_tickets'

/** H5, H6: "My tickets" in the account of a customer. */
export const account: AccountSection[] = [
  {
    id: 'helpdesk.tickets',
    route: 'helpdesk.mine.index',
    title: 'helpdesk.portal.mine.title',
    summary: 'helpdesk.portal.mine.summary',
    icon: 'life-buoy',
    openMatters: async ({ id: userId }) => {
      const { tickets } = await ownTickets({ userId, states: AWAITING, page: 1 })
      return tickets.map((ticket) => ({
        text: [ticket.number, ticket.subject].join(', '),
        href: addressOf(ticket),
      }))
    },
  },
]
