import { stateCell, type BadgeState, type Cell, type Viewer } from '#core/admin'
import { translated } from '#core/organisation'
import { isVoid, type OrderState } from '#plugins/shop-quotes/domain/order_states'
import { isGivenBack, type PaymentState } from '#plugins/shop-quotes/domain/paid'
import type { Order } from '#plugins/shop-quotes/models/order'
import { orderedServices } from '#plugins/shop-quotes/queries/ordered_services'

const STATES: Record<OrderState, BadgeState> = {
  placed: 'waiting',
  paid: 'info',
  in_progress: 'called',
  completed: 'done',
  expired: 'ended',
  cancelled: 'ended',
  withdrawal_requested: 'problem',
  withdrawn: 'ended',
}

const PAYMENT_STATES: Record<PaymentState, BadgeState> = {
  due: 'waiting',
  partially_paid: 'waiting',
  paid: 'done',
  overpaid: 'problem',
  partially_refunded: 'info',
  refunded: 'ended',
}

/** The state in the words of staff. */
export const stateOf = (order: Order, { t }: Viewer) =>
  isGivenBack(order)
    ? stateCell('ended', t('shop-quotes.admin.orders.given_back'))
    : stateCell(STATES[order.state], t(`shop-quotes.admin.orders.choices.state.${order.state}`))

/** An order that ended without money has no state of payment. */
export function paymentStateOf({ state, paidMinor, paymentState }: Order, { t }: Viewer): Cell {
  if (isVoid(state) && paidMinor === 0) return ''
  const label = t(`shop-quotes.admin.orders.choices.paymentState.${paymentState}`)
  return stateCell(PAYMENT_STATES[paymentState], label)
}

/** "Eye test, Glasses", as they were called when they were ordered. */
export async function servicesOf(orders: Order[], { locale }: Viewer) {
  const names = await orderedServices(orders.map(({ id }) => id))
  return new Map(
    [...names].map(([id, all]) => [id, all.map((name) => translated(name, locale)).join(', ')])
  )
}

/** Until when it can be paid, as long as that matters. */
export const lastDayOf = ({ state, lastDay }: Order, { formats }: Viewer) =>
  state === 'placed' && lastDay ? formats().dayShort(lastDay) : ''

export const locationOf = ({ location }: Pick<Order, 'location'>, { t }: Viewer) =>
  location?.name ?? t('shop-quotes.admin.orders.everywhere')
