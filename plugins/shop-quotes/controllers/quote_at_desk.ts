import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, resourceNamed, viewerOf } from '#core/admin'
import type { Quote } from '#plugins/shop-quotes/models/quote'

/** The quote in the address, as the panel finds it. */
export async function quoteAtDesk(ctx: HttpContext): Promise<Quote> {
  const quotes = resourceNamed('shop-quotes.quotes')
  return (await recordOf(quotes, ctx.params.id, { viewer: await viewerOf(ctx) })) as Quote
}
