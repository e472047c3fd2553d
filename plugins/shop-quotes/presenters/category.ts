import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import type { Category } from '#plugins/shop-quotes/models/category'
import { askedIn } from '#plugins/shop-quotes/presenters/asked'
import { offersIn, presentCategories, presentWay } from '#plugins/shop-quotes/presenters/categories'
import { presentOffers } from '#plugins/shop-quotes/presenters/offers'
import type { Catalogue } from '#plugins/shop-quotes/queries/catalogue'
import type { ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Shown = { catalogue: Catalogue; today: ShopDay }

/** S1: a category, the way to it, and what lies in it and below it. */
export function presentCategory(ctx: HttpContext, category: Category, { catalogue, today }: Shown) {
  const offers = offersIn(catalogue, category)
  const path = ctx.request.url()
  return {
    title: translated(category.name, ctx.locale),
    lead: translated(category.description, ctx.locale),
    way: presentWay(ctx, catalogue, category.parentId),
    below: presentCategories(ctx, catalogue, category.id),
    list: presentOffers(ctx, { ...catalogue, offers, today, asked: askedIn(ctx), path }),
  }
}
