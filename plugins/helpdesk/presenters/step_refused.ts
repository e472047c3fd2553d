import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount } from '#core/accounts'
import type { TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { addressOf, isDone, leadBack, ticketOf } from '#plugins/helpdesk/presenters/own_ticket'
import { aboutOf } from '#plugins/helpdesk/presenters/step_page'

type Refused = { step: TicketStep; text: string | null }

/**
 * Somebody was faster. A second click is told nothing; everybody else what happened meanwhile,
 * with the words that they typed.
 */
export async function renderRefused(ctx: HttpContext, { step, text }: Refused) {
  const ticket = await ticketOf(ctx)
  if (await isDone(ticket, step, text)) return leadBack(ctx, ticket)
  const what = meanwhileText(ctx, ticket)
  if (text === null) return leadToAccount(ctx, addressOf(ticket), { tone: 'warning', text: what })
  ctx.response.status(409)
  return ctx.view.render('helpdesk::pages/refused', {
    title: ctx.i18n.t('helpdesk.portal.refused.title'),
    about: aboutOf(ticket),
    what,
    text,
    ticketHref: addressOf(ticket),
  })
}

function meanwhileText({ i18n }: HttpContext, { state }: Ticket): string {
  return i18n.t('helpdesk.portal.refused.what', {
    state: i18n.t(`helpdesk.portal.states.${state}`),
  })
}
