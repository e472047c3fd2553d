import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { cartTokenHash } from '#plugins/shop-quotes/cart_cookie'
import { cartHref } from '#plugins/shop-quotes/presenters/cart_page'
import { pricedCart, type PricedCart } from '#plugins/shop-quotes/queries/priced_cart'
import { shopToday, type ShopToday } from '#plugins/shop-quotes/queries/shop_today'

export type Checkout = {
  userId: number
  tokenHash: string | null
  cart: PricedCart
  shop: ShopToday
}

/** S4: what is about to be bought; null after leading back to a cart that cannot be placed. */
export async function checkoutOf(ctx: HttpContext): Promise<Checkout | null> {
  const { id: userId } = signedInCustomer(ctx)
  const tokenHash = cartTokenHash(ctx)
  const shop = await shopToday()
  const cart = await pricedCart({ userId, tokenHash }, 'buy', shop)
  if (cart.isReady) return { userId, tokenHash, cart, shop }
  leadBackToCart(ctx)
  return null
}

export const leadBackToCart = ({ response }: HttpContext): void =>
  response.redirect().status(303).toPath(cartHref('buy'))
