import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { callOrder } from '#plugins/queue-caller/domain/call_order'
import { isDue, isServedAt } from '#plugins/queue-caller/domain/queue_order'
import { expectedCalls } from '#plugins/queue-caller/domain/waiting_time'
import type { Line } from '#plugins/queue-caller/models/line'
import type { Step } from '#plugins/queue-caller/presenters/counter_steps'
import { kindOf, personOf, waitOf } from '#plugins/queue-caller/presenters/ticket_words'
import type { DeskFacts } from '#plugins/queue-caller/queries/desk_facts'
import type { DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'

/** Sections of the list, in the order in which their people will be called. */
const SECTIONS = ['due', 'later', 'again'] as const

/** Of a section, unless all are asked for: the page comes anew with every news of the queue. */
const MOST_ROWS = 50

/** What the page is asked to show: of one line, and all who wait or the first of them. */
export type Shown = { lineId: number | null; all: boolean }

/** Those of the chosen line; null: all that this counter serves. */
export function ofLine(facts: DeskFacts, lineId: number | null): DeskTicket[] {
  const { seat, tickets } = facts
  const here = { id: seat.counterId, lineIds: seat.lineIds }
  return tickets.filter((ticket) => {
    if (ticket.state !== 'waiting' && ticket.state !== 'absent') return false
    return lineId === null ? isServedAt(ticket, here) : ticket.lineId === lineId
  })
}

/** Who waits, for how long and what may be done about it. */
export function presentWaiting(facts: DeskFacts, viewer: Viewer, { lineId, all }: Shown) {
  const { queue, lines } = facts
  const known = new Map(lines.map((line) => [line.id, line]))
  const waiting = ofLine(facts, lineId).filter((ticket) => known.has(ticket.lineId))
  const order = callOrder(waiting, queue)
  const calls = expectedCalls(queue)
  return SECTIONS.map((id) => ({
    id,
    title: viewer.t(`queue-caller.counter.sections.${id}`),
    count: order[id].length,
    rows: order[id].slice(0, all ? undefined : MOST_ROWS).map((ticket) => {
      const row = { line: known.get(ticket.lineId)!, expected: calls.get(ticket.id) ?? null }
      return rowOf(ticket, row, facts, viewer)
    }),
  })).filter(({ rows }) => rows.length > 0)
}

type Row = { line: Line; expected: number | null }

function rowOf(ticket: DeskTicket, { line, expected }: Row, facts: DeskFacts, viewer: Viewer) {
  const { id, code, urgent, note, checkedInAt, startsAt } = ticket
  const { t, locale, formats } = viewer
  const place = facts.location
  return {
    ...{ id, code, urgent, note },
    line: translated(line.name, locale),
    kind: kindOf(ticket, place, viewer),
    ...personOf(ticket, viewer),
    isHere: startsAt !== null && checkedInAt !== null,
    recall: recallOf(ticket, line, viewer),
    counter: counterOf(ticket, facts, viewer),
    wait: waitOf(ticket, line, viewer),
    expected: expected === null ? null : formats(place.zone).time(Math.max(expected, viewer.now)),
    dueAt: isDue(ticket, viewer.now) ? null : formats(place.zone).time(ticket.dueFrom),
    expectedWords: t('queue-caller.counter.columns.expected'),
    actions: rowSteps(ticket, viewer),
    more: furtherSteps(ticket, viewer),
  }
}

/** "Call 2 of 4" of somebody who was absent. */
const recallOf = ({ calls, state }: DeskTicket, { extraCalls }: Line, { t }: Viewer) =>
  state === 'absent'
    ? t('queue-caller.counter.recall', { call: calls + 1, calls: extraCalls + 1 })
    : null

function counterOf({ forCounterId }: DeskTicket, { counters }: DeskFacts, { t }: Viewer) {
  const label = counters.find(({ id }) => id === forCounterId)?.label
  return label ? t('queue-caller.counter.only_at', { counter: label }) : null
}

type Sign = [name: string, key: string, icon: string]

const named = ([name, key, icon]: Sign, { id, code }: DeskTicket, { t }: Viewer) => {
  const label = t(`queue-caller.counter.row.${name}`)
  const said = t('queue-caller.counter.row.of', { step: label, code })
  return { id: `${name}-${id}`, key, icon, label, name: said, tone: 'secondary' } as const
}

/** What stands in the row; the rest is in its menu. */
function rowSteps(ticket: DeskTicket, viewer: Viewer): Step[] {
  const { id, startsAt, checkedInAt } = ticket
  const isAway = startsAt !== null && checkedInAt === null
  const checkIn: Step = {
    ...named(['check_in', 'i', 'user-check'], ticket, viewer),
    action: urlFor('queue-caller.desk_check_ins.store', { id }),
  }
  const call: Step = {
    ...named(['call', 'c', 'megaphone'], ticket, viewer),
    action: urlFor('queue-caller.desk_calls.store'),
    fields: { ticket: id },
  }
  return isAway || ticket.state === 'absent' ? [checkIn, call] : [call]
}

function furtherSteps(ticket: DeskTicket, viewer: Viewer): Step[] {
  const { id, urgent } = ticket
  return [
    {
      ...named([urgent ? 'not_urgent' : 'urgent', 'u', 'flag'], ticket, viewer),
      action: urlFor('queue-caller.desk_urgencies.store', { id }),
      fields: { urgent: urgent ? 'no' : 'yes' },
    },
    {
      ...named(['transfer', 'v', 'send'], ticket, viewer),
      href: urlFor('queue-caller.desk_transfers.create', { id }),
    },
    {
      ...named(['note', 'e', 'pencil'], ticket, viewer),
      href: urlFor('queue-caller.desk_notes.edit', { id }),
    },
    {
      ...named(['left', 'l', 'log-out'], ticket, viewer),
      href: urlFor('queue-caller.desk_departures.create', { id }),
    },
  ]
}
