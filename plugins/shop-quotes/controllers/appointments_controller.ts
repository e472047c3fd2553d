import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, resourceNamed, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { ORDERS } from '#plugins/shop-quotes/order_list'

/** From the planner of the core, by the reservation, on to the order that it belongs to. */
export default class AppointmentsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const asked = String(ctx.params.id)
    const reservationId = /^\d{1,9}$/.test(asked) ? Number(asked) : 0
    const line = await OrderLine.findBy({ reservationId })
    const order = String(line?.orderId ?? 0)
    const { id } = (await recordOf(resourceNamed(ORDERS), order, { viewer })) as Order
    ctx.response.redirect().status(303).toPath(urlFor('shop-quotes.orders.show', { id }))
  }
}
