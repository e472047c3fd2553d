import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { askedPage } from '#core/web'
import { presentOrderPage } from '#plugins/shop-quotes/presenters/order_page'
import { presentOrders } from '#plugins/shop-quotes/presenters/orders_list'
import { orderToPay } from '#plugins/shop-quotes/presenters/order_to_pay'
import { ownOrders } from '#plugins/shop-quotes/queries/own_orders'

/** S11, S12: "My orders", and each of them from the confirmation to its outcome. */
export default class OrdersController {
  async index(ctx: HttpContext) {
    const { id: userId } = signedInCustomer(ctx)
    const page = askedPage(ctx)
    const found = await ownOrders(userId, page)
    const shown = await presentOrders(ctx, { ...found, page })
    return renderAccount(ctx, 'shop_quotes::pages/orders', shown)
  }

  async show(ctx: HttpContext) {
    const shown = await presentOrderPage(ctx, await orderToPay(ctx))
    return renderAccount(ctx, 'shop_quotes::pages/order', shown)
  }
}
