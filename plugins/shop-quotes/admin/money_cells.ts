import { stateCell, type BadgeState, type Cell, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import type { AttemptState } from '#plugins/shop-quotes/domain/payment_states'
import type { Money } from '#plugins/shop-quotes/domain/arrival'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Payment } from '#plugins/shop-quotes/models/payment'

const BADGES: Record<AttemptState, BadgeState> = {
  created: 'waiting',
  redirected: 'waiting',
  awaited: 'waiting',
  settled: 'done',
  failed: 'problem',
  cancelled: 'ended',
  expired: 'ended',
}

export const attemptStateOf = ({ state }: Payment, { t }: Viewer): Cell =>
  stateCell(BADGES[state], t(`shop-quotes.admin.payments.choices.state.${state}`))

export const methodOf = ({ method }: Payment, { t }: Viewer): string =>
  t(`shop-quotes.payments.methods.${method}.label`)

/** The order that it is about, where it is known. */
export function orderOf({ order }: { order: Order | null }): Cell {
  if (!order) return ''
  return { text: order.number, href: urlFor('shop-quotes.orders.show', { id: order.id }) }
}

export const moneyOf = (
  { amountMinor, currency }: Partial<Money>,
  { formats }: Pick<Viewer, 'formats'>
): string => (amountMinor === undefined || !currency ? '' : formats().money(amountMinor, currency))
