/** Those after `parked` are over. */
export const TICKET_STATES = [
  'waiting',
  'called',
  'absent',
  'serving',
  'parked',
  'served',
  'no_show',
  'left',
  'closed',
] as const

export type TicketState = (typeof TICKET_STATES)[number]

/** What somebody, or the queue by itself, does with a ticket. */
export type TicketStep =
  | 'call'
  | 'call_again'
  | 'start'
  | 'absent'
  | 'no_show'
  | 'finish'
  | 'park'
  | 'resume'
  | 'transfer'
  | 'leave'
  | 'check_in'
  | 'close'

/** By step: from which states it leads where. `no_show` is the last `absent`, see `afterAbsent`. */
const STEPS: Record<TicketStep, Partial<Record<TicketState, TicketState>>> = {
  call: { waiting: 'called', absent: 'called' },
  call_again: { called: 'called' },
  start: { called: 'serving' },
  absent: { called: 'absent' },
  no_show: { called: 'no_show' },
  finish: { serving: 'served' },
  park: { serving: 'parked' },
  resume: { parked: 'serving' },
  transfer: {
    waiting: 'waiting',
    absent: 'waiting',
    called: 'waiting',
    serving: 'waiting',
    parked: 'waiting',
  },
  leave: { waiting: 'left', absent: 'left' },
  check_in: { waiting: 'waiting', absent: 'waiting', no_show: 'waiting' },
  close: {
    waiting: 'closed',
    called: 'no_show',
    absent: 'no_show',
    serving: 'served',
    parked: 'served',
  },
}

/** Null when the step cannot be taken from this state. */
export const stateAfter = (state: TicketState, step: TicketStep): TicketState | null =>
  STEPS[step][state] ?? null

/** Nothing but a check-in after no-show brings it back. */
export const isOver = (state: TicketState): boolean =>
  TICKET_STATES.indexOf(state) > TICKET_STATES.indexOf('parked')

/** What the log of a ticket says of a step; `issued`, `urgent` and `undone` are none. */
export const TICKET_EVENTS = [
  'issued',
  'called',
  'called_again',
  'started',
  'absent',
  'no_show',
  'finished',
  'parked',
  'resumed',
  'transferred',
  'left',
  'checked_in',
  'closed',
  'urgent',
  'undone',
] as const

export type TicketEventKind = (typeof TICKET_EVENTS)[number]

export const EVENT_OF: Record<TicketStep, TicketEventKind> = {
  call: 'called',
  call_again: 'called_again',
  start: 'started',
  absent: 'absent',
  no_show: 'no_show',
  finish: 'finished',
  park: 'parked',
  resume: 'resumed',
  transfer: 'transferred',
  leave: 'left',
  check_in: 'checked_in',
  close: 'closed',
}

/** Wrong clicks that a counter takes back, as long as nothing else has happened to the ticket. */
export const UNDOABLE: readonly TicketEventKind[] = [
  'called',
  'started',
  'absent',
  'no_show',
  'finished',
  'parked',
  'resumed',
  'transferred',
]
