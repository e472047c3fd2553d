import { errors, type HttpContext } from '@adonisjs/core/http'
import { catalogueBar } from '#plugins/shop-quotes/presenters/catalogue_bar'
import { presentCategory } from '#plugins/shop-quotes/presenters/category'
import { catalogueOn } from '#plugins/shop-quotes/queries/catalogue'
import { shopDay } from '#plugins/shop-quotes/queries/shop_day'

/** S1: a category with what lies in it and below it. */
export default class CategoriesController {
  async show(ctx: HttpContext) {
    const today = await shopDay()
    const catalogue = await catalogueOn(today.day)
    const category = catalogue.categories.find(({ slug }) => slug === ctx.params.slug)
    if (!category) throw new errors.E_ROUTE_NOT_FOUND([ctx.request.method(), ctx.request.url()])
    const page = presentCategory(ctx, category, { catalogue, today })
    const bar = await catalogueBar(ctx, 'services')
    return ctx.view.render('shop_quotes::pages/category', { ...page, bar })
  }
}
