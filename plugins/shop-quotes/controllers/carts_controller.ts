import type { HttpContext } from '@adonisjs/core/http'
import { renderCart } from '#plugins/shop-quotes/presenters/cart_visit'

/** S3: what somebody wants to buy. */
export default class CartsController {
  show(ctx: HttpContext) {
    return renderCart(ctx, 'buy')
  }
}
