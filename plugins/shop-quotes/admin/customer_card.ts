import type { CustomerCard } from '#core/admin'
import { ordersOnCard, orderSubjects } from '#plugins/shop-quotes/admin/order_card'

/** What a customer has ordered, and what happened to it. */
export const customerCard: CustomerCard = {
  servedIn: ['shop_quotes_orders'],
  related: [ordersOnCard],
  subjects: orderSubjects,
}
