import type { HttpContext } from '@adonisjs/core/http'
import { cartTokenHash } from '#plugins/shop-quotes/cart_cookie'
import type { CartOwner } from '#plugins/shop-quotes/queries/cart_lines'

/** Whose carts a request shows; staff have none of their own and are visitors here. */
export function cartOwner(ctx: HttpContext): CartOwner {
  const userId = ctx.actor.kind === 'customer' ? ctx.actor.id : null
  return { userId, tokenHash: cartTokenHash(ctx) }
}
