import type { AdminContribution } from '#core/admin'
import { numberPages } from '#plugins/shop-quotes/admin/number_pages'
import { orderEvents } from '#plugins/shop-quotes/admin/order_events'
import { orders } from '#plugins/shop-quotes/admin/orders'

export const orderAdmin = {
  resources: [orders],
  pages: numberPages,
  timeline: [orderEvents],
} satisfies AdminContribution
