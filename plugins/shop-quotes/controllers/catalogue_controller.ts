import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'
import { askedIn } from '#plugins/shop-quotes/presenters/asked'
import { presentBar } from '#plugins/shop-quotes/presenters/bar'
import { cartCounts } from '#plugins/shop-quotes/presenters/cart_counts'
import { presentCategories } from '#plugins/shop-quotes/presenters/categories'
import { presentOffers } from '#plugins/shop-quotes/presenters/offers'
import { catalogueOn } from '#plugins/shop-quotes/queries/catalogue'
import { shopDay } from '#plugins/shop-quotes/queries/shop_day'

/** S1: where the shop begins: its categories, or what was searched for in all of them. */
export default class CatalogueController {
  async index(ctx: HttpContext) {
    const [today, asked] = [await shopDay(), askedIn(ctx)]
    const catalogue = await catalogueOn(today.day)
    const path = urlFor('shop-quotes.catalogue.index')
    const list = presentOffers(ctx, { ...catalogue, today, asked, path })
    const bar = presentBar(ctx, 'services', await cartCounts(ctx))
    keepPage(ctx)
    const categories = presentCategories(ctx, catalogue, null)
    return ctx.view.render('shop_quotes::pages/catalogue', { bar, list, categories })
  }
}
