import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount } from '#core/accounts'
import { urlFor } from '#core/platform'
import type { Order } from '#plugins/shop-quotes/models/order'

export const orderHref = ({ publicId }: Pick<Order, 'publicId'>): string =>
  urlFor('shop-quotes.mine.orders.show', { id: publicId })

/** On to the page of the order, which then says what happened. */
export function leadToOwnOrder(ctx: HttpContext, order: Order, said: string): void {
  const text = ctx.i18n.t(`shop-quotes.orders.notices.${said}`)
  leadToAccount(ctx, orderHref(order), { tone: 'success', text })
}

/** Its state allows that no more: the page of the order says how things stand. */
export const leadBackToOrder = ({ response }: HttpContext, order: Order): void =>
  response.redirect().status(303).toPath(orderHref(order))
