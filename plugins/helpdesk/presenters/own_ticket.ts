import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor, type Actor } from '#core/platform'
import { DEED_OF } from '#plugins/helpdesk/domain/deeds'
import type { TicketStep } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { ownTicket, type NamedTicket } from '#plugins/helpdesk/queries/own_tickets'
import { lastEntry } from '#plugins/helpdesk/queries/shown_entries'

const PUBLIC_ID = /^[\w-]{22}$/

/** A ticket of whoever is signed in; another person's is not there. */
export async function ticketNamed(ctx: HttpContext, id: string): Promise<Ticket> {
  const user = signedInCustomer(ctx)
  const found = PUBLIC_ID.test(id) ? await ownTicket(user.id, id) : null
  if (!found) throw new Exception('No such ticket of this person', { status: 404 })
  return found
}

/** The one in the address. */
export const ticketOf = (ctx: HttpContext): Promise<Ticket> => ticketNamed(ctx, ctx.params.id)

export const addressOf = ({ publicId }: Pick<NamedTicket, 'publicId'>): string =>
  urlFor('helpdesk.mine.show', { id: publicId })

/** Who is signed in, as the doer of a step. */
export const customerActor = (ctx: HttpContext): Actor => ({
  kind: 'customer',
  id: signedInCustomer(ctx).id,
})

/** On to the page of the ticket, which then says what happened. */
export function leadToTicket(ctx: HttpContext, ticket: Ticket, said: string): void {
  const text = ctx.i18n.t(`helpdesk.portal.notices.${said}`)
  leadToAccount(ctx, addressOf(ticket), { tone: 'success', text })
}

/** Its state allows that no more: the page of the ticket says how things stand. */
export const leadBack = ({ response }: HttpContext, ticket: Ticket): void =>
  response.redirect().status(303).toPath(addressOf(ticket))

/** A second click of what was done already: the same step with the same words came last. */
export async function isDone(ticket: Ticket, step: TicketStep, text: string | null) {
  const last = await lastEntry(ticket.id)
  return last?.actorKind === 'customer' && last.deed === DEED_OF[step] && last.text === text
}
