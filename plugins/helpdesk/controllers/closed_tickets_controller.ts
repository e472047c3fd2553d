import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { askedPage } from '#core/web'
import { OVER } from '#plugins/helpdesk/domain/ticket_states'
import { presentList } from '#plugins/helpdesk/presenters/own_list'
import { ownTickets } from '#plugins/helpdesk/queries/own_tickets'

/** H6: the register of closed tickets. */
export default class ClosedTicketsController {
  async index(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const page = askedPage(ctx)
    const found = await ownTickets({ userId, states: OVER, page })
    const shown = await presentList(ctx, 'closed', { ...found, page })
    return renderAccount(ctx, 'helpdesk::pages/mine', shown)
  }
}
