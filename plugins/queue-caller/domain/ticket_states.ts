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
  | 'undo'
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
  transfer: { called: 'waiting', serving: 'waiting', parked: 'waiting' },
  undo: { called: 'waiting', serving: 'called' },
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
