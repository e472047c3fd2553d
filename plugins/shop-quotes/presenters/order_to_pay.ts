import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor, type Actor } from '#core/platform'
import type { Order } from '#plugins/shop-quotes/models/order'
import { ownOrder } from '#plugins/shop-quotes/queries/order_to_pay'

const PUBLIC_ID = /^[\w-]{22}$/

/** The order in the address, of whoever is signed in; another person's is not there. */
export async function orderToPay(ctx: HttpContext): Promise<Order> {
  const user = signedInCustomer(ctx)
  const id: string = ctx.params.id
  const found = PUBLIC_ID.test(id) ? await ownOrder(user.id, id) : null
  if (!found) throw new Exception('No such order of this person', { status: 404 })
  return found
}

export const payingCustomer = (ctx: HttpContext): Actor => ({
  kind: 'customer',
  id: signedInCustomer(ctx).id,
})

export const paymentHref = ({ publicId }: Pick<Order, 'publicId'>): string =>
  urlFor('shop-quotes.payments.create', { id: publicId })

type Said = { tone: 'success' | 'warning'; text: string }

/** On to the page on which the order is paid, or to the order when nothing is to be paid. */
export function leadToPayment(ctx: HttpContext, order: Order, said?: Said): void {
  if (said) return leadToAccount(ctx, paymentHref(order), said)
  ctx.response.redirect().status(303).toPath(paymentHref(order))
}

export const leadToOrder = ({ response }: HttpContext, { publicId }: Order): void =>
  response
    .redirect()
    .status(303)
    .toPath(urlFor('shop-quotes.mine.orders.show', { id: publicId }))
