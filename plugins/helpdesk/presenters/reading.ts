import type { HttpContext } from '@adonisjs/core/http'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentEntered } from '#plugins/helpdesk/presenters/entered'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { presentThread } from '#plugins/helpdesk/presenters/thread'
import { presentTicket } from '#plugins/helpdesk/presenters/ticket_words'
import { shownEntries } from '#plugins/helpdesk/queries/shown_entries'

/** A ticket for whoever has the mail: to be read; files and every step need the account. */
export async function presentReading(ctx: HttpContext, ticket: Ticket) {
  const zone = await ticketZone(ticket)
  const entries = await shownEntries(ticket.id)
  const withoutFiles = entries.map(({ entry }) => ({ entry, files: [] }))
  return {
    title: ctx.i18n.t(`helpdesk.portal.page.titles.${ticket.state}`),
    ticket: presentTicket(ctx, ticket, zone),
    thread: presentThread(ctx, withoutFiles, zone),
    entered: await presentEntered(ctx, ticket, withoutFiles, zone),
    hasFiles: entries.some(({ files }) => files.length > 0),
    signInHref: addressOf(ticket),
  }
}
