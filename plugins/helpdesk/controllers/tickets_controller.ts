import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { askedPage } from '#core/web'
import { RUNNING } from '#plugins/helpdesk/domain/ticket_states'
import { presentList } from '#plugins/helpdesk/presenters/own_list'
import { ticketOf } from '#plugins/helpdesk/presenters/own_ticket'
import { presentTicketPage } from '#plugins/helpdesk/presenters/ticket_page'
import { ownTickets } from '#plugins/helpdesk/queries/own_tickets'

/** H4, H5: the running tickets of whoever is signed in, and each of their tickets. */
export default class TicketsController {
  async index(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const page = askedPage(ctx)
    const found = await ownTickets({ userId, states: RUNNING, page })
    const shown = await presentList(ctx, 'running', { ...found, page })
    return renderAccount(ctx, 'helpdesk::pages/mine', shown)
  }

  async show(ctx: HttpContext) {
    const shown = await presentTicketPage(ctx, await ticketOf(ctx))
    return renderAccount(ctx, 'helpdesk::pages/ticket', shown)
  }
}
