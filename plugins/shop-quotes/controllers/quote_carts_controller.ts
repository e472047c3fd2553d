import type { HttpContext } from '@adonisjs/core/http'
import { renderCart } from '#plugins/shop-quotes/presenters/cart_visit'

/** S7: what somebody wants an offer for; never mixed with the cart. */
export default class QuoteCartsController {
  show(ctx: HttpContext) {
    return renderCart(ctx, 'quote')
  }
}
