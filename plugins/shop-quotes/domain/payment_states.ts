/** How an order can be paid. `test` is for trying things out and never real money. */
export const METHODS = ['bank_transfer', 'desk', 'stripe', 'test'] as const
export type Method = (typeof METHODS)[number]

/** One try to pay: `awaited` money is under way, `redirected` the customer is with a provider. */
export const ATTEMPT_STATES = [
  'created',
  'redirected',
  'awaited',
  'settled',
  'failed',
  'cancelled',
  'expired',
] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/** Something may still come of it; an order has one such try at a time. */
export const OPEN_ATTEMPTS = ['created', 'redirected', 'awaited'] as const satisfies AttemptState[]
