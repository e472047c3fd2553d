import type { TicketState, TicketStep } from '#plugins/helpdesk/domain/ticket_states'

/** What an entry says happened. */
export const DEEDS = [
  'opened',
  'taken',
  'answered',
  'asked',
  'proposed',
  'noted',
  'added',
  'accepted',
  'rejected',
  'lapsed',
  'taken_back',
  'reopened',
  'cancelled',
  'rated',
  'changed',
] as const

export type Deed = (typeof DEEDS)[number]

export const DEED_OF: Record<TicketStep, Deed> = {
  take: 'taken',
  answer: 'answered',
  ask: 'asked',
  propose: 'proposed',
  note: 'noted',
  add: 'added',
  accept: 'accepted',
  reject: 'rejected',
  lapse: 'lapsed',
  take_back: 'taken_back',
  reopen: 'reopened',
  cancel: 'cancelled',
  rate: 'rated',
}

/** What customers read of a ticket: neither notes nor what staff put in order among themselves. */
export const SHOWN: readonly Deed[] = DEEDS.filter(
  (deed) => !['taken', 'noted', 'changed'].includes(deed)
)

export const isShown = (deed: Deed): boolean => SHOWN.includes(deed)

/** Deeds by which the team turns to the customer: the first of them meets the first answer. */
export const ANSWERS: readonly Deed[] = ['answered', 'asked', 'proposed']

/** The same state once more is no change of it. */
export const changesState = (entry: {
  readonly fromState: TicketState | null
  readonly toState: TicketState
}): boolean => entry.fromState !== entry.toState
