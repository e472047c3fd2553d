import type { HttpContext } from '@adonisjs/core/http'
import type { OrderState } from '#plugins/shop-quotes/domain/order_states'

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
} as const satisfies Record<OrderState, string>

/** The state in words that a customer understands. */
export const orderBadge = ({ i18n }: Reader, state: OrderState) => ({
  state: BADGES[state],
  label: i18n.t(`shop-quotes.orders.states.${state}`),
})
