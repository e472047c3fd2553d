import { isVoid, type OrderState } from '#plugins/shop-quotes/domain/order_states'

export const PAYMENT_STATES = [
  'due',
  'partially_paid',
  'paid',
  'overpaid',
  'partially_refunded',
  'refunded',
] as const
export type PaymentState = (typeof PAYMENT_STATES)[number]

type Sums = {
  state: OrderState
  totalMinor: number
  /** Sum of settled payments, and of what was paid back. */
  paidMinor: number
  repaidMinor: number
}

/** What an order has to receive: nothing once it has ended without being done. */
export const owed = ({ state, totalMinor }: Pick<Sums, 'state' | 'totalMinor'>): number =>
  isVoid(state) ? 0 : totalMinor

/** docs/domain/orders-and-quotes.md, "What is paid": derived, never set. */
export function paymentState(sums: Sums): PaymentState {
  const { paidMinor, repaidMinor } = sums
  const kept = paidMinor - repaidMinor
  const total = owed(sums)
  if (kept > total) return 'overpaid'
  if (repaidMinor > 0) return kept === 0 ? 'refunded' : 'partially_refunded'
  if (kept < total) return kept === 0 ? 'due' : 'partially_paid'
  return 'paid'
}

/** Whether payments less refunds reach the total, so that the order counts as paid. */
export const isCovered = ({ totalMinor, paidMinor, repaidMinor }: Omit<Sums, 'state'>): boolean =>
  paidMinor - repaidMinor >= totalMinor
