import { listChannel, widget } from '#core/admin'
import { urlFor } from '#core/platform'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import { ORDER_PARTS, ordersWaiting } from '#plugins/shop-quotes/queries/orders_waiting'

/** Orders that wait for staff, and for money; live. */
export const ordersToday = widget({
  id: 'shop-quotes.orders_today',
  permission: 'shop-quotes.view',
  view: 'shop_quotes::widgets/orders',
  async data({ locationIds, t, formats }) {
    const counts = await ordersWaiting(locationIds)
    return {
      channel: listChannel(ORDERS),
      list: urlFor('shop-quotes.orders.index'),
      figures: ORDER_PARTS.map((tab) => ({
        label: t(`shop-quotes.admin.orders.tabs.${tab}`),
        value: formats().number(counts[tab]),
        href: urlFor('shop-quotes.orders.index', {}, { tab }),
      })),
    }
  },
})
