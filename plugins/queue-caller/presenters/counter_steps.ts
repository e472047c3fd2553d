import type { Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import type { DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'

/** A button of the counter: a form of its own, or a link that asks something first. */
export type Step = {
  /** Of the element, so that it keeps the focus when the page renews itself. */
  id: string
  label: string
  /** Read aloud in place of the label, e.g. with the number that it is about. */
  name?: string
  /** The letter that presses it. */
  key: string
  icon: string
  tone: 'primary' | 'secondary' | 'quiet'
  action?: string
  href?: string
  fields?: Record<string, string | number>
}

type Sign = [key: string, icon: string]
const SIGNS: Record<string, Sign> = {
  start: ['s', 'play'],
  absent: ['d', 'user-x'],
  call_again: ['a', 'bell-ring'],
  finish_and_next: ['m', 'megaphone'],
  finish: ['f', 'check'],
  park: ['p', 'pause'],
  transfer: ['t', 'send'],
  note: ['o', 'pencil'],
}

type Shown = { lead: string[]; more: string[] }
const BY_STATE: Record<'called' | 'serving', Shown> = {
  called: { lead: ['start', 'absent'], more: ['call_again', 'transfer', 'note'] },
  serving: { lead: ['finish_and_next', 'finish'], more: ['park', 'transfer', 'note'] },
}
const ASKED: Record<string, string> = {
  transfer: 'queue-caller.desk_transfers.create',
  note: 'queue-caller.desk_notes.edit',
}

/** What may be done with the ticket that a counter has; the first is the one primary button. */
export function ticketSteps(ticket: DeskTicket, viewer: Viewer): { lead: Step[]; more: Step[] } {
  const { lead, more } = BY_STATE[ticket.state as 'called' | 'serving']
  return {
    lead: lead.map((name, index) => stepOf(name, ticket, viewer, index === 0)),
    more: more.map((name) => stepOf(name, ticket, viewer)),
  }
}

function stepOf(name: string, { id }: DeskTicket, { t }: Viewer, isFirst = false): Step {
  const [key, icon] = SIGNS[name]
  const button = { id: `do-${name}`, key, icon, label: t(`queue-caller.counter.steps.${name}`) }
  const tone = isFirst ? 'primary' : 'secondary'
  if (name in ASKED) return { ...button, tone, href: urlFor(ASKED[name], { id }) }
  const action = urlFor('queue-caller.desk_steps.store', { id })
  return { ...button, tone, action, fields: { step: name } }
}

/** Calls the next one, whoever that will be when it is pressed. */
export const nextStep = ({ t }: Viewer): Step => ({
  ...{ id: 'do-next', key: 'n', icon: 'megaphone', tone: 'primary' },
  label: t('queue-caller.counter.steps.next'),
  action: urlFor('queue-caller.desk_calls.store'),
})
