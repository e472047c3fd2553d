import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { clock, urlFor } from '#core/platform'
import { setting } from '#core/settings'
import { isRunning } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { awaitedAmong } from '#plugins/helpdesk/presenters/awaited'
import { presentEntered } from '#plugins/helpdesk/presenters/entered'
import { ownSteps } from '#plugins/helpdesk/presenters/own_steps'
import { addressOf } from '#plugins/helpdesk/presenters/own_ticket'
import { ticketZone } from '#plugins/helpdesk/presenters/ticket_zone'
import { presentWaysOn, untilText } from '#plugins/helpdesk/presenters/ways_on'
import { presentEntry, presentThread } from '#plugins/helpdesk/presenters/thread'
import { presentTicket } from '#plugins/helpdesk/presenters/ticket_words'
import { relatedTickets, type NamedTicket } from '#plugins/helpdesk/queries/own_tickets'
import { shownEntries } from '#plugins/helpdesk/queries/shown_entries'
import { reopenWithin } from '#plugins/helpdesk/settings'

/** H4, H5, H6: everything that a customer sees of a ticket, and what they may do with it. */
export async function presentTicketPage(ctx: HttpContext, ticket: Ticket) {
  const { i18n } = ctx
  const { state, lastDay, rating, ratingComment } = ticket
  const zone = await ticketZone(ticket)
  const days = await setting(reopenWithin)
  const entries = await shownEntries(ticket.id)
  const steps = ownSteps(ticket, days, clock.now())
  const awaited = awaitedAmong(ticket, entries)
  const day = lastDay && ctx.formats(zone).dayWeekdayDate(lastDay)
  return {
    title: i18n.t(`helpdesk.portal.page.titles.${state}`),
    lead: i18n.t(`helpdesk.portal.page.leads.${leadOf(ticket)}`, { day }),
    back: backOf(ctx, ticket),
    ticket: presentTicket(ctx, ticket, zone),
    until: untilText(ctx, ticket, { steps, days, zone }),
    quote: awaited && presentEntry(ctx, awaited, zone),
    ways: presentWaysOn(ctx, ticket, steps),
    related: await presentRelated(ctx, ticket),
    thread: presentThread(ctx, entries, zone),
    entered: await presentEntered(ctx, ticket, entries, zone),
    rating: rating && i18n.t(`helpdesk.portal.ratings.${rating}`),
    ratingComment,
  }
}

/** Nobody is thanked for an answer that did not come. */
const leadOf = ({ state, closedBy }: Ticket) =>
  state === 'closed' && closedBy === 'time' ? 'lapsed' : state

/** To the list in which the ticket stands. */
function backOf({ i18n }: HttpContext, { state }: Ticket) {
  const list = isRunning(state) ? 'running' : 'closed'
  const route = list === 'running' ? 'helpdesk.mine.index' : 'helpdesk.mine.closed.index'
  return { href: urlFor(route), label: i18n.t(`helpdesk.portal.ways.${list}`) }
}

/** Other tickets of theirs that belong to this one, each with a word how. */
async function presentRelated(ctx: HttpContext, ticket: Ticket) {
  const { followed, instead, following } = await relatedTickets(signedInCustomer(ctx).id, ticket)
  const named = (how: string, tickets: readonly NamedTicket[]) =>
    tickets.map((one) => ({
      label: ctx.i18n.t(`helpdesk.portal.related.${how}`, { number: one.number }),
      href: addressOf(one),
    }))
  return [
    ...named('instead', instead),
    ...named('following', following),
    ...named('followed', followed),
  ]
}
