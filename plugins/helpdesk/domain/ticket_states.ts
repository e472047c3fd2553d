/** Those after `solution_proposed` are over. */
export const TICKET_STATES = [
  'new',
  'in_progress',
  'waiting_customer',
  'solution_proposed',
  'closed',
  'cancelled',
] as const

export type TicketState = (typeof TICKET_STATES)[number]

/** Who has to do something next. */
export type Turn = 'team' | 'customer' | 'nobody'

const TURNS: Record<TicketState, Turn> = {
  new: 'team',
  in_progress: 'team',
  waiting_customer: 'customer',
  solution_proposed: 'customer',
  closed: 'nobody',
  cancelled: 'nobody',
}

export const turnOf = (state: TicketState): Turn => TURNS[state]

/** H5: in the list of running tickets; every other one is in the register of closed ones (H6). */
export const isRunning = (state: TicketState): boolean => TURNS[state] !== 'nobody'

/** States of running tickets, as queries name them. */
export const RUNNING: readonly TicketState[] = TICKET_STATES.filter(isRunning)

/** Those of tickets that are over. */
export const OVER: readonly TicketState[] = TICKET_STATES.filter((state) => !isRunning(state))

/** Those in which the customer has to do something next. */
export const AWAITING: readonly TicketState[] = TICKET_STATES.filter(
  (state) => turnOf(state) === 'customer'
)

/** What somebody, or time, does with a ticket; `open` is how it begins. */
export type TicketStep =
  | 'take'
  | 'answer'
  | 'ask'
  | 'propose'
  | 'note'
  | 'add'
  | 'accept'
  | 'reject'
  | 'lapse'
  | 'take_back'
  | 'reopen'
  | 'cancel'
  | 'rate'

/** What staff write: to the customer, or among themselves. */
export const STAFF_WORDS = ['answer', 'ask', 'propose', 'note'] as const
export type StaffWord = (typeof STAFF_WORDS)[number]

export type Doer = 'customer' | 'staff' | 'time'

type Arrow = {
  readonly by: readonly Doer[]
  readonly leads: Readonly<Partial<Record<TicketState, TicketState>>>
}

const STEPS: Record<TicketStep, Arrow> = {
  take: { by: ['staff'], leads: { new: 'in_progress' } },
  answer: {
    by: ['staff'],
    leads: {
      new: 'in_progress',
      in_progress: 'in_progress',
      waiting_customer: 'waiting_customer',
      solution_proposed: 'solution_proposed',
    },
  },
  ask: {
    by: ['staff'],
    leads: {
      new: 'waiting_customer',
      in_progress: 'waiting_customer',
      waiting_customer: 'waiting_customer',
    },
  },
  propose: {
    by: ['staff'],
    leads: {
      new: 'solution_proposed',
      in_progress: 'solution_proposed',
      waiting_customer: 'solution_proposed',
    },
  },
  note: { by: ['staff'], leads: staying(TICKET_STATES) },
  add: {
    by: ['customer'],
    leads: {
      new: 'new',
      in_progress: 'in_progress',
      waiting_customer: 'in_progress',
      solution_proposed: 'solution_proposed',
    },
  },
  accept: { by: ['customer'], leads: { solution_proposed: 'closed' } },
  reject: { by: ['customer'], leads: { solution_proposed: 'in_progress' } },
  lapse: { by: ['time'], leads: { solution_proposed: 'closed' } },
  take_back: { by: ['customer'], leads: { closed: 'in_progress' } },
  reopen: { by: ['customer'], leads: { closed: 'in_progress' } },
  cancel: {
    by: ['customer', 'staff'],
    leads: {
      new: 'cancelled',
      in_progress: 'cancelled',
      waiting_customer: 'cancelled',
      solution_proposed: 'cancelled',
    },
  },
  rate: { by: ['customer'], leads: { closed: 'closed' } },
}

function staying(states: readonly TicketState[]) {
  return Object.fromEntries(states.map((state) => [state, state]))
}

/** Null when this step cannot be taken from this state, or not by them. */
export function stateAfter(state: TicketState, step: TicketStep, by: Doer): TicketState | null {
  const { by: doers, leads } = STEPS[step]
  return doers.includes(by) ? (leads[state] ?? null) : null
}
