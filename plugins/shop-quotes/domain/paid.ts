import { isVoid, TO_DO, type OrderState } from '#plugins/shop-quotes/domain/order_states'

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
  /** What is no longer owed since the customer has withdrawn. */
  withdrawnMinor: number
}

const WAS_PAID: readonly OrderState[] = [...TO_DO, 'completed']

type Owed = Pick<Sums, 'state' | 'totalMinor' | 'withdrawnMinor'>

/**
 * What an order has to receive: nothing once it has ended without being done; of one that was
 * withdrawn from, what had been done at the customer's wish.
 */
export const owed = ({ state, totalMinor, withdrawnMinor }: Owed): number =>
  isVoid(state) && state !== 'withdrawn' ? 0 : totalMinor - withdrawnMinor

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

/** What is still to be paid: once an order was paid, money that went back is not asked for again. */
export const stillToPay = (sums: Sums): number =>
  WAS_PAID.includes(sums.state) ? 0 : Math.max(0, owed(sums) - (sums.paidMinor - sums.repaidMinor))

/** Paid, and all of it has gone back: nothing is to be done or paid, though nobody has ended it. */
export const isGivenBack = (order: { state: OrderState; paymentState: PaymentState }): boolean =>
  TO_DO.includes(order.state) && order.paymentState === 'refunded'

/** Whether payments less refunds reach what is owed, so that the order counts as paid. */
export const isCovered = (sums: Omit<Sums, 'state'>): boolean =>
  sums.paidMinor - sums.repaidMinor >= sums.totalMinor - sums.withdrawnMinor
