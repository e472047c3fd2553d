import { resourceNamed, type Filter } from '#core/admin'
import { ORDER_STATES } from '#plugins/shop-quotes/domain/order_states'
import { PAYMENT_STATES } from '#plugins/shop-quotes/domain/paid'
import { METHODS } from '#plugins/shop-quotes/domain/payment_states'

/** How it stands, how and whether it is paid, where it belongs, and since when. */
export const orderFilters: Filter[] = [
  { name: 'state', kind: 'choice', choices: ORDER_STATES },
  { name: 'paymentState', kind: 'choice', choices: PAYMENT_STATES },
  { name: 'method', kind: 'choice', choices: METHODS },
  { name: 'locationId', kind: 'relation', to: () => resourceNamed('organisation.locations') },
  { name: 'createdAt', kind: 'dates' },
]
