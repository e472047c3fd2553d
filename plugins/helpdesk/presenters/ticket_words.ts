import type { HttpContext } from '@adonisjs/core/http'
import { translated, type Locale } from '#core/organisation'
import { wayTo, type IntakeNode } from '#plugins/helpdesk/domain/intake'
import { isRunning, turnOf, type TicketState } from '#plugins/helpdesk/domain/ticket_states'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

type Reader = Pick<HttpContext, 'locale' | 'i18n' | 'formats'>

/** How each state is marked, besides its word: what waits for the customer stands out. */
const BADGES = {
  new: 'info',
  in_progress: 'called',
  waiting_customer: 'waiting',
  solution_proposed: 'waiting',
  closed: 'done',
  cancelled: 'ended',
} as const satisfies Record<TicketState, string>

/** The state in words that a customer understands. */
export const badgeOf = ({ i18n }: Pick<Reader, 'i18n'>, state: TicketState) => ({
  state: BADGES[state],
  label: i18n.t(`helpdesk.portal.states.${state}`),
})

export const turnText = ({ i18n }: Pick<Reader, 'i18n'>, state: TicketState): string =>
  i18n.t(`helpdesk.portal.turns.${turnOf(state)}`)

/** "Printer › It does not print": the way through the guided menu. */
export const needText = (way: readonly IntakeNode[], locale: Locale): string =>
  way.map(({ label }) => translated(label, locale)).join(' › ')

/** H4: a ticket as the component shows it; what kind it is is nothing for customers (H1). */
export function presentTicket(reader: Reader, ticket: Ticket, zone: string) {
  const { i18n, formats, locale } = reader
  const { number, subject, state, urgency, createdAt, intakeVersion } = ticket
  const line = (field: string, text: string) =>
    text ? [{ label: i18n.t(`helpdesk.portal.fields.${field}`), text }] : []
  return {
    number,
    title: subject,
    lines: [
      // As it was when the ticket came.
      ...line('need', needText(wayTo(intakeVersion.tree, ticket.need) ?? [], locale)),
      ...line('urgency', i18n.t(`helpdesk.urgencies.${urgency}`)),
      ...line('opened', formats(zone).dateTime(createdAt)),
      ...line('turn', isRunning(state) ? turnText(reader, state) : ''),
    ],
    badge: badgeOf(reader, state),
  }
}
