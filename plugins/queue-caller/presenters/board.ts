import type { BadgeState, Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { boardChannel } from '#plugins/queue-caller/board_channel'
import { isDue } from '#plugins/queue-caller/domain/queue_order'
import { waitingSince, waitState } from '#plugins/queue-caller/domain/waiting_since'
import type { Counter } from '#plugins/queue-caller/models/counter'
import type { Line } from '#plugins/queue-caller/models/line'
import { minutesBetween } from '#plugins/queue-caller/presenters/ticket_words'
import type { BoardFacts } from '#plugins/queue-caller/queries/board_facts'
import type { DeskTicket } from '#plugins/queue-caller/queries/desk_tickets'
import { waitOfNew } from '#plugins/queue-caller/queries/expected_waits'

const NOTHING = '–'

/** One location on the live board. */
export function presentBoard(facts: BoardFacts, viewer: Viewer) {
  const { place, lines, counters } = facts
  const rows = lines.map((line) => lineRow(line, facts, viewer))
  return {
    id: place.id,
    name: place.name,
    channel: boardChannel(place.id),
    figures: presentFigures(facts, viewer),
    alarms: rows.flatMap(({ alarms }) => alarms),
    lines: rows.map(({ cells }) => ({ cells })),
    counters: counters.map((counter) => ({ cells: counterCells(counter, facts, viewer) })),
  }
}

/** Who is here and waits: those who are due, and appointments that came before their time. */
export const waitingIn = (tickets: readonly DeskTicket[], lineId: number, now: number) =>
  tickets.filter((ticket) => {
    if (ticket.lineId !== lineId || ticket.state !== 'waiting') return false
    return isDue(ticket, now) || ticket.checkedInAt !== null
  })

type Alarm = { tone: 'warning' | 'danger'; text: string }

function lineRow(line: Line, { tickets, queue, seats }: BoardFacts, viewer: Viewer) {
  const { t, now, locale } = viewer
  const waiting = waitingIn(tickets, line.id, now)
  const longest = Math.max(0, ...waiting.map((ticket) => now - waitingSince(ticket)))
  const isOpen = seats.some(
    ({ lineIds, pausedAt }) => pausedAt === null && lineIds.includes(line.id)
  )
  const name = `${line.letter} ${translated(line.name, locale)}`
  const expected = waitOfNew(queue, line.id)
  const state = waiting.length === 0 ? 'fine' : waitState(longest, line)
  const minutes = minutesBetween(0, longest)
  const text = waiting.length === 0 ? NOTHING : t('queue-caller.counter.minutes', { minutes })
  const alarms: Alarm[] = []
  if (waiting.length > 0 && !isOpen) {
    alarms.push({ tone: 'danger', text: t('queue-caller.board.alarms.no_counter', { line: name }) })
  }
  if (state !== 'fine') {
    const said = t(`queue-caller.board.alarms.${state}`, { line: name, minutes })
    alarms.push({ tone: state === 'over' ? 'danger' : 'warning', text: said })
  }
  return {
    alarms,
    cells: [
      name,
      viewer.formats().number(waiting.length),
      state === 'fine' ? text : { text, badge: { state: BADGES[state], label: text } },
      expected ? t('queue-caller.counter.range', expected) : t('queue-caller.board.no_estimate'),
    ],
  }
}

const BADGES = { late: 'waiting', over: 'problem' } as const

/** Who sits at a counter, with which ticket, since when. */
function counterCells({ id, label }: Counter, { seats, place }: BoardFacts, viewer: Viewer) {
  const { t, formats } = viewer
  const seat = seats.find(({ counterId }) => counterId === id)
  if (!seat) return [label, NOTHING, stateCell('ended', t('queue-caller.board.closed')), NOTHING]
  const { ticket, pausedAt, openedAt, automatic } = seat
  const since = ticket?.since ?? pausedAt ?? openedAt
  const calls = automatic ? { note: t('queue-caller.board.automatic') } : {}
  const state = ticket?.state ?? (pausedAt === null ? 'free' : 'paused')
  const word = t(`queue-caller.board.states.${state}`, { code: ticket?.code ?? '' })
  return [
    { text: label, ...calls },
    seat.person,
    stateCell(AT_COUNTER[state], word),
    formats(place.zone).time(since),
  ]
}

const AT_COUNTER: Record<string, BadgeState> = {
  called: 'waiting',
  serving: 'called',
  free: 'info',
  paused: 'ended',
}

const stateCell = (state: BadgeState, label: string) => ({ text: label, badge: { state, label } })

function presentFigures({ figures, tickets }: BoardFacts, { t, now, formats }: Viewer) {
  const { number } = formats()
  const lineIds = [...new Set(tickets.map(({ lineId }) => lineId))]
  const waiting = lineIds.flatMap((id) => waitingIn(tickets, id, now)).length
  const { averageWait } = figures
  const minutes = averageWait === null ? null : minutesBetween(0, averageWait)
  const figure = (key: string, value: string) => ({
    label: t(`queue-caller.board.figures.${key}`),
    value,
  })
  return [
    figure('waiting', number(waiting)),
    figure('arrived', number(figures.arrived)),
    figure('served', number(figures.served)),
    figure('no_show', number(figures.noShow)),
    figure('left', number(figures.left)),
    figure('wait', minutes === null ? NOTHING : t('queue-caller.counter.minutes', { minutes })),
  ]
}
