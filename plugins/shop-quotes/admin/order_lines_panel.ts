import type { Panel } from '#core/admin'
import type { Order } from '#plugins/shop-quotes/models/order'
import { presentOrderLines } from '#plugins/shop-quotes/presenters/order_lines'

/** What was ordered, and what it comes to with VAT. */
export const orderLinesPanel: Panel<Order> = {
  id: 'lines',
  view: 'shop_quotes::admin/order_lines',
  data: (order, { t, locale, formats }) =>
    presentOrderLines(order, { t, locale, write: formats(), writeIn: formats }),
}
