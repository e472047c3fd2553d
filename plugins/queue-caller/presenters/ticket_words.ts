import type { BadgeState, Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import type { Reason } from '#plugins/queue-caller/domain/queue_order'
import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'
import { waitingSince, waitState } from '#plugins/queue-caller/domain/waiting_since'
import type { Line } from '#plugins/queue-caller/models/line'
import type { DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'

const MINUTE = 60_000

export type Place = { readonly zone: string }

const BADGES: Record<TicketState, BadgeState> = {
  waiting: 'waiting',
  called: 'called',
  serving: 'called',
  absent: 'problem',
  parked: 'waiting',
  served: 'done',
  no_show: 'problem',
  left: 'ended',
  closed: 'ended',
}

export const stateBadge = (state: TicketState, { t }: Viewer) => ({
  state: BADGES[state],
  label: t(`queue-caller.states.${state}`),
})

export const minutesBetween = (from: number, to: number): number =>
  Math.max(0, Math.floor((to - from) / MINUTE))

/** "12 min", and whether that is within the target of the line. */
export function waitOf(ticket: DeskTicket, line: Line, { t, now }: Viewer) {
  const since = waitingSince(ticket)
  if (since > now) return null
  const state = waitState(now - since, line)
  return {
    state,
    text: t('queue-caller.counter.minutes', { minutes: minutesBetween(since, now) }),
    said: state === 'fine' ? null : t(`queue-caller.counter.wait.${state}`),
  }
}

/** "Walk-in" or "Appointment at 10:00". */
export const kindOf = ({ startsAt }: DeskTicket, { zone }: Place, { t, formats }: Viewer) =>
  startsAt === null
    ? t('queue-caller.counter.walk_in')
    : t('queue-caller.counter.appointment', { time: formats(zone).time(startsAt) })

/** Who it is and for what: the person only for those who may see customers. */
export function personOf({ customer, service }: DeskTicket, { can, locale }: Viewer) {
  const isSeen = customer !== null && can('customers.view')
  return {
    service: service && translated(service, locale),
    customer: isSeen ? customer : null,
  }
}

type Why = { reason: Reason; ticket: DeskTicket; line: Line; place: Place }

/** Q3: why this one is next, in words. */
export function reasonWords({ reason, ticket, line, place }: Why, { t, formats }: Viewer): string {
  const { time } = formats(place.zone)
  const isRecall = reason === 'appointment' && ticket.calls > 0
  return t(`queue-caller.reasons.${isRecall ? 'recall' : reason}`, {
    time: time(ticket.startsAt !== null && !isRecall ? ticket.startsAt : ticket.orderAt),
    minutes: line.longestWaitMinutes,
    count: line.mostInARow,
  })
}
