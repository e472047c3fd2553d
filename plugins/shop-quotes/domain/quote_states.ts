export const QUOTE_STATES = [
  'requested',
  'in_review',
  'needs_info',
  'sent',
  'change_requested',
  'accepted',
  'rejected',
  'expired',
  'withdrawn',
  'declined',
] as const
export type QuoteState = (typeof QUOTE_STATES)[number]

/** What somebody, or time, does with a quote; requesting it is how it begins. */
export const QUOTE_STEPS = [
  'review',
  'ask',
  'answer',
  'send',
  'accept',
  'reject',
  'ask_change',
  'expire',
  'ask_revival',
  'honour',
  'withdraw',
  'decline',
  'write',
  'note',
] as const
export type QuoteStep = (typeof QUOTE_STEPS)[number]

export type Doer = 'customer' | 'staff' | 'time'

/** Who has to do something next. */
export type Turn = 'organisation' | 'customer' | 'nobody'

const TURNS: Record<QuoteState, Turn> = {
  requested: 'organisation',
  in_review: 'organisation',
  needs_info: 'customer',
  sent: 'customer',
  change_requested: 'organisation',
  accepted: 'nobody',
  rejected: 'nobody',
  expired: 'nobody',
  withdrawn: 'nobody',
  declined: 'nobody',
}

export const turnOf = (state: QuoteState): Turn => TURNS[state]

type Arrow = {
  readonly by: readonly Doer[]
  readonly leads: Readonly<Partial<Record<QuoteState, QuoteState>>>
}

const from = (states: readonly QuoteState[], to: QuoteState) =>
  Object.fromEntries(states.map((state) => [state, to]))

const staying = Object.fromEntries(QUOTE_STATES.map((state) => [state, state]))

/** No offer lies before the customer yet, or one that is to be changed. */
const OPEN = ['requested', 'in_review', 'needs_info', 'change_requested'] as const

const STEPS: Record<QuoteStep, Arrow> = {
  review: { by: ['staff'], leads: from(['requested'], 'in_review') },
  ask: {
    by: ['staff'],
    leads: from(['requested', 'in_review', 'change_requested'], 'needs_info'),
  },
  answer: { by: ['customer'], leads: from(['needs_info'], 'in_review') },
  send: { by: ['staff'], leads: from([...OPEN, 'sent', 'expired'], 'sent') },
  accept: { by: ['customer'], leads: from(['sent'], 'accepted') },
  reject: { by: ['customer'], leads: from(['sent'], 'rejected') },
  ask_change: { by: ['customer'], leads: from(['sent'], 'change_requested') },
  expire: { by: ['time'], leads: from(['sent'], 'expired') },
  ask_revival: { by: ['customer'], leads: from(['expired'], 'change_requested') },
  honour: { by: ['staff'], leads: from(['expired'], 'sent') },
  withdraw: { by: ['customer'], leads: from(OPEN, 'withdrawn') },
  decline: { by: ['staff'], leads: from(OPEN, 'declined') },
  write: { by: ['customer', 'staff'], leads: staying },
  note: { by: ['staff'], leads: staying },
}

/** Null when this step cannot be taken from this state, or not by them. */
export function quoteStateAfter(state: QuoteState, step: QuoteStep, by: Doer): QuoteState | null {
  const { by: doers, leads } = STEPS[step]
  return doers.includes(by) ? (leads[state] ?? null) : null
}

type Standing = { state: QuoteState; expiresAt: number | null }

/** An offer whose last day is over has expired, whether or not a job has written so yet. */
export function standsAs({ state, expiresAt }: Standing, now: number): QuoteState {
  return state === 'sent' && expiresAt !== null && now >= expiresAt ? 'expired' : state
}
