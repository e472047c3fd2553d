import type { HttpContext } from '@adonisjs/core/http'
import { clock, urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { nextShown } from '#plugins/queue-caller/domain/shown_wait'
import { isOver } from '#plugins/queue-caller/domain/ticket_states'
import { TICKET_LIMIT, WRONG_TICKET_LIMIT } from '#plugins/queue-caller/limits'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { speakAs } from '#plugins/queue-caller/presenters/speak_as'
import { presentTicket } from '#plugins/queue-caller/presenters/ticket'
import {
  ticketPlace,
  ticketToday,
  type TicketPlace,
} from '#plugins/queue-caller/queries/ticket_place'
import { showPhoneTicketValidator } from '#plugins/queue-caller/validators/phone_ticket'

/** So often the page asks what has changed. */
const AGAIN_SECONDS = 15

type Asked = { lang?: string; from?: number; to?: number }

export type PhoneVisit = { place: TicketPlace; asked: Asked }

/** The ticket behind a secret, or null after answering with the page that says it is none. */
export async function phoneVisit(ctx: HttpContext): Promise<PhoneVisit | null> {
  const { token } = ctx.params
  const ticket = await ticketToday(token)
  if (ticket) await throttle(ctx, TICKET_LIMIT, { key: token })
  else await throttle(ctx, WRONG_TICKET_LIMIT)
  if (!ticket) {
    ctx.response.status(404)
    const title = ctx.i18n.t('queue-caller.ticket.invalid.title')
    ctx.response.send(await ctx.view.render('queue_caller::pages/invalid_ticket', { title }))
    return null
  }
  const [, asked] = await showPhoneTicketValidator.tryValidate(ctx.request.qs())
  if (!asked?.lang && ticket.locale) speakAs(ctx, ticket.locale)
  return { place: await ticketPlace(ticket), asked: asked ?? {} }
}

/** What is said above the ticket. */
type Situation = 'appointment' | 'next' | Ticket['state']

function situationOf({ ticket, ahead }: TicketPlace): Situation {
  const { state, among, orderAt } = ticket
  if (state !== 'waiting') return state
  if (among === 'appointments' && orderAt > clock.now()) return 'appointment'
  return ahead === 0 ? 'next' : 'waiting'
}

/** The page of a ticket on a phone: where one stands, or where to go. */
export function presentPhoneTicket(ctx: HttpContext, { place, asked }: PhoneVisit) {
  const { ticket, counter, location } = place
  const situation = situationOf(place)
  const shown =
    asked.from !== undefined && asked.to !== undefined ? { from: asked.from, to: asked.to } : null
  const wait = nextShown(shown, place.wait)
  const at = ctx.formats(location.zone)
  const values = {
    counter: counter ?? '',
    time: at.time(ticket.startsAt ?? ticket.issuedAt),
    again: at.time(Math.max(ticket.dueFrom, clock.now())),
  }
  const { publicId: token } = ticket
  const kept = { lang: asked.lang, from: wait?.from, to: wait?.to }
  return {
    title: ctx.i18n.t(`queue-caller.ticket.titles.${situation}`, values),
    lead: ctx.i18n.t(`queue-caller.ticket.leads.${situation}`, values),
    windowTitle: [ticket.code, counter].filter(Boolean).join(' · '),
    isCalled: ticket.state === 'called',
    counter,
    ticket: presentTicket(ctx, { ...place, wait }),
    channel: `queue-caller.ticket?ticket=${token}`,
    isOver: isOver(ticket.state),
    again: urlFor('queue-caller.phone_tickets.show', { token }, kept),
    seconds: AGAIN_SECONDS,
    leave: mayLeave(ticket)
      ? urlFor('queue-caller.departures.create', { token }, { lang: asked.lang })
      : null,
  }
}

export const mayLeave = ({ state }: Ticket): boolean => state === 'waiting' || state === 'absent'
