/** Those after `in_progress` are over, but for a withdrawal that still has to be paid back. */
export const ORDER_STATES = [
  'placed',
  'paid',
  'in_progress',
  'completed',
  'expired',
  'cancelled',
  'withdrawal_requested',
  'withdrawn',
] as const
export type OrderState = (typeof ORDER_STATES)[number]

/** What somebody, a provider or time does with an order; placing it is how it begins. */
export const ORDER_STEPS = [
  'settle',
  'start',
  'complete',
  'expire',
  'honour',
  'cancel',
  'withdraw',
  'repay',
  'note',
  'write',
] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

export type Doer = 'customer' | 'staff' | 'provider' | 'time'

type Arrow = {
  readonly by: readonly Doer[]
  readonly leads: Readonly<Partial<Record<OrderState, OrderState>>>
}

const staying = Object.fromEntries(ORDER_STATES.map((state) => [state, state]))

const STEPS: Record<Exclude<OrderStep, 'cancel'>, Arrow> = {
  settle: { by: ['provider', 'staff'], leads: { placed: 'paid' } },
  start: { by: ['staff'], leads: { paid: 'in_progress' } },
  complete: { by: ['staff'], leads: { paid: 'completed', in_progress: 'completed' } },
  expire: { by: ['time'], leads: { placed: 'expired' } },
  honour: { by: ['staff'], leads: { expired: 'paid' } },
  withdraw: {
    by: ['customer'],
    leads: {
      placed: 'withdrawal_requested',
      paid: 'withdrawal_requested',
      in_progress: 'withdrawal_requested',
      completed: 'withdrawal_requested',
    },
  },
  repay: { by: ['staff', 'time'], leads: { withdrawal_requested: 'withdrawn' } },
  note: { by: ['staff'], leads: staying },
  write: { by: ['customer', 'staff'], leads: staying },
}

/** Staff cancel what has been paid too; a customer withdraws from that instead. */
const CANCELLED_FROM: Partial<Record<Doer, readonly OrderState[]>> = {
  customer: ['placed'],
  staff: ['placed', 'paid', 'in_progress'],
}

/** Null when this step cannot be taken from this state, or not by them. */
export function orderStateAfter(state: OrderState, step: OrderStep, by: Doer): OrderState | null {
  if (step === 'cancel') return CANCELLED_FROM[by]?.includes(state) ? 'cancelled' : null
  const { by: doers, leads } = STEPS[step]
  return doers.includes(by) ? (leads[state] ?? null) : null
}

/** They are paid, and something has to be done for them. */
export const TO_DO: readonly OrderState[] = ['paid', 'in_progress']

/** Something is still to be done or paid. */
export const isOpenOrder = (state: OrderState): boolean =>
  ['placed', 'paid', 'in_progress', 'withdrawal_requested'].includes(state)

/** It has ended without being done: all money that reaches it is too much. */
export const isVoid = (state: OrderState): boolean =>
  ['expired', 'cancelled', 'withdrawn'].includes(state)

/** What staff write about an order. */
export const STAFF_WORDS = ['write', 'complete', 'note'] as const satisfies OrderStep[]
export type StaffWord = (typeof STAFF_WORDS)[number]
