import { isVoid, type OrderState } from '#plugins/shop-quotes/domain/order_states'

/** What money or a message left for staff to decide; docs/domain/orders-and-quotes.md, "A payment". */
export const TASK_KINDS = [
  'short',
  'overpaid',
  'wrong_currency',
  'after_end',
  'unknown',
  'unmatched',
  'paid_back',
  'provider_failed',
] as const
export type TaskKind = (typeof TASK_KINDS)[number]

type Standing = {
  readonly state: OrderState
  readonly currency: string
  readonly totalMinor: number
  readonly paidMinor: number
  readonly repaidMinor: number
  readonly withdrawnMinor: number
}

export type Money = { readonly amountMinor: number; readonly currency: string }

/** Whether the money counts as a payment of the order, and what is left to decide. */
export type Arrival = { settles: boolean; leaves: TaskKind | null }

/** What money does that reaches an order. It is never refused, only in another currency not counted. */
export function arrivalOf(order: Standing, { amountMinor, currency }: Money): Arrival {
  if (currency !== order.currency) return { settles: false, leaves: 'wrong_currency' }
  if (isVoid(order.state) || order.state === 'withdrawal_requested') {
    return { settles: true, leaves: 'after_end' }
  }
  const kept = order.paidMinor - order.repaidMinor + amountMinor
  const total = order.totalMinor - order.withdrawnMinor
  if (kept > total) return { settles: true, leaves: 'overpaid' }
  const isShort = order.state === 'placed' && kept < total
  return { settles: true, leaves: isShort ? 'short' : null }
}
