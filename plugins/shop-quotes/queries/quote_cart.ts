import type { Client } from '#core/platform'
import { Cart } from '#plugins/shop-quotes/models/cart'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'

/** The quote cart of an account that is still open, null where nothing lies in it (S7). */
export async function openQuoteCart(userId: number): Promise<Cart | null> {
  const cart = await Cart.query().where({ userId, kind: 'quote', state: 'open' }).first()
  const line = cart && (await CartLine.query().where('cartId', cart.id).first())
  return line && cart
}

/** One of theirs, also one that has become a request. */
export const ownQuoteCart = (userId: number, id: number): Promise<Cart | null> =>
  Cart.query().where({ id, userId, kind: 'quote' }).first()

/** What lies in it, oldest first, with its services. */
export const wishedLines = (cartId: number, client?: Client): Promise<CartLine[]> =>
  CartLine.query(client ? { client } : undefined)
    .where({ cartId })
    .orderBy('id')
    .preload('service')
