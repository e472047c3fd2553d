import type { CustomerCard } from '#core/admin'
import { ordersOnCard, orderSubjects } from '#plugins/shop-quotes/admin/order_card'
import { quotesOnCard, quoteSubjects } from '#plugins/shop-quotes/admin/quote_card'

/** What a customer has ordered or asked a quote for, and what happened to it. */
export const customerCard: CustomerCard = {
  servedIn: ['shop_quotes_orders', 'shop_quotes_quotes'],
  related: [ordersOnCard, quotesOnCard],
  subjects: async (customerId, viewer) => [
    ...(await orderSubjects(customerId, viewer)),
    ...(await quoteSubjects(customerId, viewer)),
  ],
}
