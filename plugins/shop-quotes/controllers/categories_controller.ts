import { errors, type HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { keepPage } from '#core/web'
import { askedIn } from '#plugins/shop-quotes/presenters/asked'
import { presentBar } from '#plugins/shop-quotes/presenters/bar'
import { cartCounts } from '#plugins/shop-quotes/presenters/cart_counts'
import { offersIn, presentCategories, presentWay } from '#plugins/shop-quotes/presenters/categories'
import { presentOffers } from '#plugins/shop-quotes/presenters/offers'
import { catalogueOn } from '#plugins/shop-quotes/queries/catalogue'
import { shopDay } from '#plugins/shop-quotes/queries/shop_day'

/** S1: a category with what lies in it and below it. */
export default class CategoriesController {
  async show(ctx: HttpContext) {
    const { request, params, locale } = ctx
    const today = await shopDay()
    const catalogue = await catalogueOn(today.day)
    const category = catalogue.categories.find(({ slug }) => slug === params.slug)
    if (!category) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const offers = offersIn(catalogue, category)
    const listed = { ...catalogue, offers, today, asked: askedIn(ctx), path: request.url() }
    keepPage(ctx)
    return ctx.view.render('shop_quotes::pages/category', {
      ...{
        title: translated(category.name, locale),
        bar: presentBar(ctx, 'services', await cartCounts(ctx)),
      },
      ...{ lead: translated(category.description, locale), list: presentOffers(ctx, listed) },
      way: presentWay(ctx, catalogue, category.parentId),
      below: presentCategories(ctx, catalogue, category.id),
    })
  }
}
