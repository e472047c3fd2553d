import type { HttpContext } from '@adonisjs/core/http'
import type { OrderState } from '#plugins/shop-quotes/domain/order_states'
import { isGivenBack } from '#plugins/shop-quotes/domain/paid'
import type { Order } from '#plugins/shop-quotes/models/order'

type Reader = Pick<HttpContext, 'i18n'>

/** How each state is marked, besides its word: what waits for the customer stands out. */
const BADGES = {
  placed: 'waiting',
  paid: 'called',
  in_progress: 'called',
  completed: 'done',
  expired: 'ended',
  cancelled: 'ended',
  withdrawal_requested: 'info',
  withdrawn: 'ended',
  refunded: 'ended',
} as const satisfies Record<OrderState | 'refunded', string>

type Standing = Pick<Order, 'state' | 'paymentState'>

/** Under which words it stands for a customer. */
export const standingOf = (order: Standing) => (isGivenBack(order) ? 'refunded' : order.state)

/** The state in words that a customer understands. */
export function orderBadge({ i18n }: Reader, order: Standing) {
  const standing = standingOf(order)
  return { state: BADGES[standing], label: i18n.t(`shop-quotes.orders.states.${standing}`) }
}
