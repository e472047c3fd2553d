import type { HttpContext } from '@adonisjs/core/http'
import { quoteAtDesk } from '#plugins/shop-quotes/controllers/quote_at_desk'
import { renderComparison } from '#plugins/shop-quotes/presenters/comparison_page'

/** Two versions of an offer side by side. */
export default class QuoteComparisonsController {
  async show(ctx: HttpContext) {
    return renderComparison(ctx, await quoteAtDesk(ctx))
  }
}
