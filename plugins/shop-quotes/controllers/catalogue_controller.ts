import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { askedIn } from '#plugins/shop-quotes/presenters/asked'
import { catalogueBar } from '#plugins/shop-quotes/presenters/catalogue_bar'
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
    const bar = await catalogueBar(ctx, 'services')
    const categories = presentCategories(ctx, catalogue, null)
    return ctx.view.render('shop_quotes::pages/catalogue', { bar, list, categories })
  }
}
