import type { Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { boardChannel } from '#plugins/queue-caller/board_channel'
import { isServedAt, nextInQueue } from '#plugins/queue-caller/domain/queue_order'
import { waitOfNew } from '#plugins/queue-caller/queries/expected_waits'
import { nextStep, ticketSteps, type Step } from '#plugins/queue-caller/presenters/counter_steps'
import {
  kindOf,
  minutesBetween,
  personOf,
  reasonWords,
  stateBadge,
  waitOf,
} from '#plugins/queue-caller/presenters/ticket_words'
import { ofLine, presentWaiting, type Shown } from '#plugins/queue-caller/presenters/waiting_rows'
import type { DeskFacts } from '#plugins/queue-caller/queries/desk_facts'
import type { DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'

/** The page of one counter: its ticket, who is next and why, everybody who waits. */
export function presentCounter(facts: DeskFacts, viewer: Viewer, shown: Shown) {
  const { seat, location, counters, tickets } = facts
  const { t, formats } = viewer
  const own = tickets.filter(({ counterId }) => counterId === seat.counterId)
  const current = own.find(({ state }) => state === 'called' || state === 'serving') ?? null
  const since = formats(location.zone).time(seat.openedAt)
  return {
    label: counters.find(({ id }) => id === seat.counterId)?.label ?? '',
    about: [
      t('queue-caller.counter.about', { place: location.name, time: since }),
      seat.automatic ? t('queue-caller.board.automatic') : null,
    ]
      .filter(Boolean)
      .join(' · '),
    channel: boardChannel(location.id),
    line: shown.lineId ?? '',
    all: shown.all ? 'yes' : '',
    isPaused: seat.pausedAt !== null,
    session: sessionSteps(facts, viewer),
    ticket: current && presentTicket(current, facts, viewer),
    next: presentNext(facts, viewer, current !== null),
    undo: undoStep(facts, viewer, current),
    parked: own
      .filter(({ state }) => state === 'parked')
      .map((ticket, index) => parkedOf(ticket, index + 1, facts, viewer)),
    walkIns: presentLines(facts, viewer),
    tabs: presentTabs(facts, viewer, shown.lineId),
    sections: presentWaiting(facts, viewer, shown),
    showAll: {
      href: urlFor('queue-caller.counter', {}, { line: shown.lineId, all: 'yes' }),
      label: t('queue-caller.counter.show_all'),
    },
  }
}

/** Pause, automatic calls, leaving the counter. */
function sessionSteps({ seat }: DeskFacts, { t }: Viewer): Step[] {
  const action = urlFor('queue-caller.desk_sessions.update')
  const [pause, calls] = [seat.pausedAt === null, seat.automatic ? 'manual' : 'automatic']
  const step = (name: string) => t(`queue-caller.counter.steps.${name}`)
  return [
    {
      ...{ id: 'do-automatic', key: 'y', icon: 'zap', tone: 'secondary', action },
      label: step(calls),
      fields: { automatic: seat.automatic ? 'no' : 'yes' },
    },
    {
      ...{ id: 'do-pause', key: 'h', icon: pause ? 'pause' : 'play', tone: 'secondary', action },
      label: step(pause ? 'pause' : 'go_on'),
      fields: { paused: pause ? 'yes' : 'no' },
    },
    {
      ...{ id: 'do-leave', key: 'q', icon: 'log-out', tone: 'secondary' },
      label: step('leave'),
      action: urlFor('queue-caller.desk_sessions.destroy'),
    },
  ]
}

/** The ticket in front of the counter, as large as it matters. */
function presentTicket(ticket: DeskTicket, facts: DeskFacts, viewer: Viewer) {
  const { t, formats, locale, now } = viewer
  const line = facts.lines.find(({ id }) => id === ticket.lineId)
  const place = facts.location
  const since = ticket.startedAt ?? ticket.calledAt ?? now
  const person = personOf(ticket, viewer)
  const fact = (key: string, text: string | null | undefined, href?: string) =>
    text ? [{ label: t(`queue-caller.counter.facts.${key}`), text, href }] : []
  return {
    code: ticket.code,
    urgent: ticket.urgent,
    badge: stateBadge(ticket.state, viewer),
    since: t('queue-caller.counter.since_for', {
      time: formats(place.zone).time(since),
      minutes: minutesBetween(since, now),
    }),
    facts: [
      ...fact('line', line && translated(line.name, locale)),
      ...fact('kind', kindOf(ticket, place, viewer)),
      ...fact('service', person.service),
      ...(person.customer ? fact('customer', person.customer.name, cardOf(person.customer)) : []),
      ...fact('wait', line && waitOf(ticket, line, viewer)?.text),
      ...fact('calls', line && callsOf(ticket, line.extraCalls, viewer)),
      ...fact('note', ticket.note),
    ],
    ...ticketSteps(ticket, viewer),
  }
}

const cardOf = ({ id }: { id: number }) => urlFor('customers.customers.show', { id })

const callsOf = ({ calls }: DeskTicket, extraCalls: number, { t }: Viewer) =>
  t('queue-caller.counter.calls', { call: calls, calls: extraCalls + 1 })

/** Who would be called and why (Q3), or when somebody becomes due. */
function presentNext(facts: DeskFacts, viewer: Viewer, isBusy: boolean) {
  const { seat, queue, location, lines, tickets } = facts
  const { t, formats } = viewer
  const here = { id: seat.counterId, lineIds: seat.lineIds }
  const served = queue.tickets.filter((ticket) => isServedAt(ticket, here))
  const next = nextInQueue(served, queue)
  const step = isBusy || seat.pausedAt !== null ? null : nextStep(viewer)
  if (!next) {
    const first = Math.min(...served.map(({ dueFrom }) => dueFrom))
    const time = Number.isFinite(first) ? formats(location.zone).time(first) : null
    const text = t(`queue-caller.counter.next.${time ? 'later' : 'nobody'}`, { time: time ?? '' })
    return { code: null, kind: null, text, step }
  }
  const ticket = tickets.find(({ id }) => id === next.ticket.id)!
  const line = lines.find(({ id }) => id === ticket.lineId)!
  const why = { reason: next.reason, ticket, line, place: location }
  const kind = kindOf(ticket, location, viewer)
  return { code: ticket.code, kind, text: reasonWords(why, viewer), step }
}

/** Q6: the last wrong click; none where taking it back would need the counter free. */
function undoStep({ last }: DeskFacts, { t }: Viewer, current: DeskTicket | null): Step | null {
  if (!last || (current && current.id !== last.ticketId)) return null
  return {
    ...{ id: 'do-undo', key: 'z', icon: 'undo-2', tone: 'quiet' },
    label: t(`queue-caller.counter.undo.${last.kind}`, { code: last.code }),
    action: urlFor('queue-caller.desk_undos.store', { id: last.ticketId }),
  }
}

function parkedOf(ticket: DeskTicket, nth: number, facts: DeskFacts, viewer: Viewer) {
  const { id, code, note } = ticket
  const label = viewer.t('queue-caller.counter.steps.resume')
  const step: Step = {
    ...{ id: `resume-${id}`, key: nth < 10 ? String(nth) : '', icon: 'play', tone: 'secondary' },
    label,
    name: viewer.t('queue-caller.counter.row.of', { step: label, code }),
    action: urlFor('queue-caller.desk_steps.store', { id }),
    fields: { step: 'resume' },
  }
  const kind = kindOf(ticket, facts.location, viewer)
  return { code, note, kind, ...personOf(ticket, viewer), step }
}

/** A number for somebody who stands at the counter: one button a line. */
function presentLines({ lines, queue }: DeskFacts, { t, locale }: Viewer) {
  return lines.map(({ id, letter, name }) => {
    const wait = waitOfNew(queue, id)
    return {
      ...{ id, letter, name: translated(name, locale) },
      wait: wait && t('queue-caller.counter.range', wait),
    }
  })
}

function presentTabs(facts: DeskFacts, { t, locale }: Viewer, lineId: number | null) {
  const to = (line: number | null) => urlFor('queue-caller.counter', {}, { line })
  const tab = (id: number | null, label: string) => ({
    ...{ label, href: to(id), current: id === lineId },
    count: ofLine(facts, id).length,
  })
  const own = tab(null, t('queue-caller.counter.tabs.own'))
  return [
    own,
    ...facts.lines.map(({ id, letter, name }) => {
      return tab(id, `${letter} ${translated(name, locale)}`)
    }),
  ]
}
