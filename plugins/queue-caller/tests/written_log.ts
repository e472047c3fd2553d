import type { TicketEventKind, TicketState } from '#plugins/queue-caller/domain/ticket_states'
import type { LoggedEvent, LoggedTicket } from '#plugins/queue-caller/domain/ticket_times'

/** A ticket as docs/domain/queue-statistics.md writes it down. */
export type WrittenTicket = {
  code: string
  /** `9:04 called 1; 9:30 transferred A`: time, event, then counter or line; `+1 0:03` is the next day. */
  log: string
  line: string
  /** Time of its appointment. */
  appointment?: string
  told?: [from: number, to: number]
}

/** The day by hand. */
export const WRITTEN_DAY: WrittenTicket[] = [
  {
    ...{ code: 'A001', line: 'A', told: [0, 5] },
    log: '9:00 issued; 9:04 called 1; 9:05 started; 9:12 finished',
  },
  {
    ...{ code: 'A002', line: 'A', told: [5, 15] },
    log: '9:02 issued; 9:13 called 1; 9:14 started; 9:18 parked; 9:25 resumed; 9:30 finished',
  },
  {
    ...{ code: 'A003', line: 'A', told: [10, 20] },
    log: '9:05 issued; 9:18 called 1; 9:20 absent; 9:31 called 1; 9:32 started; 9:40 finished',
  },
  { code: 'A004', line: 'A', told: [15, 25], log: '9:10 issued; 9:40 left' },
  {
    ...{ code: 'A005', line: 'A', told: [15, 20] },
    log: '9:20 issued; 9:41 called 1; 9:42 undone; 9:45 called 2; 9:46 started; 9:56 finished',
  },
  {
    ...{ code: 'B001', line: 'B', told: [5, 10] },
    log: '9:15 issued; 9:20 called 2; 9:22 started; 9:30 transferred A; 9:50 called 1; 9:51 started; 9:57 finished',
  },
  {
    ...{ code: 'A006', line: 'A', told: [20, 30] },
    log: '9:35 issued; 9:58 called 1; 9:59 absent; 10:09 called 1; 10:10 absent; 10:19 called 1; 10:20 absent; 10:29 called 1; 10:30 no_show',
  },
  {
    ...{ code: 'AA001', line: 'B', appointment: '10:00' },
    log: '8:00 issued; 9:50 checked_in; 10:02 called 2; 10:03 started; 10:18 finished',
  },
  {
    ...{ code: 'AA002', line: 'B', appointment: '10:15' },
    log: '8:00 issued; 10:20 called 2; 10:22 absent; 10:25 checked_in; 10:26 called 2; 10:27 started; 10:40 finished',
  },
  { code: 'A007', line: 'A', log: '10:35 issued; +1 0:01 closed' },
  { code: 'AA003', line: 'B', appointment: '10:30', log: '8:00 issued; +1 0:01 closed' },
]

const STATES: Partial<Record<TicketEventKind, TicketState>> = {
  called: 'called',
  called_again: 'called',
  started: 'serving',
  resumed: 'serving',
  absent: 'absent',
  no_show: 'no_show',
  finished: 'served',
  parked: 'parked',
  left: 'left',
  closed: 'closed',
}

/** Lines are A → 1, B → 2. */
export const lineNumber = (letter: string) => letter.charCodeAt(0) - 64

/** The instant of a local time as written above, by whatever clock. */
export type At = (time: string, daysOn: number) => number

type Reading = { events: LoggedEvent[]; lineId: number; counterId: number | null }

/** Reads a written ticket; ids count up from `firstId`. */
export function loggedTicket(written: WrittenTicket, at: At, firstId = 1): LoggedTicket {
  const { log, line, appointment, told } = written
  const reading: Reading = { events: [], lineId: lineNumber(line), counterId: null }
  for (const [nth, entry] of log.split('; ').entries()) {
    reading.events.push(eventOf(entry, { reading, at, id: firstId + nth }))
  }
  return {
    startsAt: appointment === undefined ? null : at(appointment, 0),
    told: told ? { from: told[0], to: told[1] } : null,
    events: reading.events,
  }
}

type Place = { reading: Reading; at: At; id: number }

function eventOf(entry: string, { reading, at, id }: Place): LoggedEvent {
  const [, on, time, kind, where] = /^(?:\+(\d) )?(\d+:\d+) (\w+) ?(\w*)$/.exec(entry)!
  const { events } = reading
  if (kind === 'called') reading.counterId = Number(where)
  if (kind === 'transferred') reading.lineId = lineNumber(where)
  const before = events.at(-2)?.state ?? 'waiting'
  const last = events.at(-1)?.state ?? 'waiting'
  const closes: TicketState = ['waiting', 'called', 'absent'].includes(last) ? 'no_show' : 'served'
  const closed: TicketState = last === 'waiting' ? 'closed' : closes
  const state = { ...STATES, undone: before, closed }[kind as TicketEventKind] ?? 'waiting'
  const undoes = kind === 'undone' ? id - 1 : null
  const { lineId, counterId } = reading
  return {
    ...{ id, kind: kind as TicketEventKind, state, undoes },
    at: at(time, Number(on ?? 0)),
    lineId,
    counterId,
  }
}
