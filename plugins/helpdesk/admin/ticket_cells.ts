import { stateCell, type BadgeState, type Cell, type Viewer } from '#core/admin'
import { keptRows } from '#core/platform'
import type { TicketState } from '#plugins/helpdesk/domain/ticket_states'
import { ServiceLevel } from '#plugins/helpdesk/models/service_level'
import type { Target } from '#plugins/helpdesk/models/target'
import { Team } from '#plugins/helpdesk/models/team'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

const BADGES: Record<TicketState, BadgeState> = {
  new: 'info',
  in_progress: 'called',
  waiting_customer: 'waiting',
  solution_proposed: 'waiting',
  closed: 'done',
  cancelled: 'ended',
}

/** The state in the words of staff. */
export const stateOf = ({ state }: Ticket, { t }: Viewer) =>
  stateCell(BADGES[state], t(`helpdesk.admin.tickets.choices.state.${state}`))

export const urgencyOf = ({ urgency }: Ticket, { t }: Viewer) => t(`helpdesk.urgencies.${urgency}`)

/** What the organisation makes of it, and what it is for the customer. */
export const pressingOf = (ticket: Ticket, viewer: Viewer) =>
  `${viewer.t(`helpdesk.admin.tickets.choices.priority.${ticket.priority}`)} · ${urgencyOf(ticket, viewer)}`

export const kindOf = ({ kind, impact }: Ticket, { t }: Viewer) =>
  `${t(`helpdesk.admin.tickets.choices.kind.${kind}`)}, ${t(`helpdesk.admin.tickets.choices.impact.${impact}`)}`

/** What is due first of what is still open, or that the customer has the turn. */
export function dueOf({ targets }: Ticket, { t, now, formats }: Viewer): Cell {
  const open = targets.filter(({ metAt }) => metAt === null)
  const next = open.filter(isDue).sort((one, other) => one.dueAt - other.dueAt)[0]
  if (!next) return open.length > 0 ? t('helpdesk.admin.tickets.due.paused') : ''
  const { localDay, dayShort, time: timeOf } = formats()
  const time = `${dayShort(localDay(next.dueAt))}, ${timeOf(next.dueAt)}`
  if (next.dueAt < now) {
    return stateCell('problem', t('helpdesk.admin.tickets.due.overdue', { time }))
  }
  const isSoon = next.warnAt !== null && next.warnAt <= now
  return isSoon ? stateCell('waiting', t('helpdesk.admin.tickets.due.soon', { time })) : time
}

const isDue = (target: Target): target is Target & { dueAt: number } => target.dueAt !== null

/** The process knows all teams, and all service levels. */
export const teamsOf = async (tickets: Ticket[]) =>
  namesOf(tickets, await keptRows(Team), ({ teamId }) => teamId)

export const levelsOf = async (tickets: Ticket[]) =>
  namesOf(tickets, await keptRows(ServiceLevel), ({ serviceLevelId }) => serviceLevelId)

function namesOf(
  tickets: Ticket[],
  known: readonly { id: number; name: string }[],
  idIn: (ticket: Ticket) => number | null
): Map<number, string> {
  const names = new Map(known.map(({ id, name }) => [id, name]))
  return new Map(tickets.map((ticket) => [ticket.id, names.get(idIn(ticket) ?? 0) ?? '']))
}

/** Until when a proposed solution can be answered, or how it ended and what the customer says. */
export function endOf(ticket: Ticket, { t, formats }: Viewer): Cell {
  const { state, lastDay, closedAt, closedBy, rating, ratingComment } = ticket
  if (state === 'solution_proposed' && lastDay) {
    return t('helpdesk.admin.tickets.end.lapses', { day: formats().dayDate(lastDay) })
  }
  if (state !== 'closed') return ''
  const time = formats().dateTime(closedAt!)
  const text = t(`helpdesk.admin.tickets.end.${closedBy!}`, { time })
  if (rating === null) return text
  const rated = t('helpdesk.admin.tickets.rated', { rating })
  return { text, note: [rated, ratingComment].filter(Boolean).join(' · ') }
}
