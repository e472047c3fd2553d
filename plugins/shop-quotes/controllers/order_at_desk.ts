import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, resourceNamed, viewerOf } from '#core/admin'
import { ORDERS } from '#plugins/shop-quotes/order_list'
import type { Order } from '#plugins/shop-quotes/models/order'

/** The order in the address, as the panel finds it. */
export async function orderAtDesk(ctx: HttpContext): Promise<Order> {
  const viewer = await viewerOf(ctx)
  return (await recordOf(resourceNamed(ORDERS), ctx.params.id, { viewer })) as Order
}
