import type { HttpContext } from '@adonisjs/core/http'
import { keepPage } from '#core/web'
import { presentBar, type BarPage } from '#plugins/shop-quotes/presenters/bar'
import { cartCounts } from '#plugins/shop-quotes/presenters/cart_counts'

/** The bar above a page that everybody reads alike; it is kept unless a cart of somebody stands in it. */
export async function catalogueBar(ctx: HttpContext, at: BarPage | null) {
  const counts = await cartCounts(ctx)
  if (counts.cart + counts.quote_cart === 0) keepPage(ctx)
  return presentBar(ctx, at, counts)
}
