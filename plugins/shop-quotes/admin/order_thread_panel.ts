import type { Panel } from '#core/admin'
import type { Order } from '#plugins/shop-quotes/models/order'
import { presentOrderThread } from '#plugins/shop-quotes/presenters/order_thread'
import { orderThread } from '#plugins/shop-quotes/queries/thread'

/** Everything that was said and done, newest first. */
export const orderThreadPanel: Panel<Order> = {
  id: 'thread',
  view: 'shop_quotes::admin/order_thread',
  data: async (order, viewer) => ({
    entries: await presentOrderThread(await orderThread(order.id), order, viewer),
  }),
}
