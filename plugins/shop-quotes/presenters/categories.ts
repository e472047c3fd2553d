import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { childrenOf, idsBelow, wayTo } from '#plugins/shop-quotes/domain/category_tree'
import type { Category } from '#plugins/shop-quotes/models/category'
import type { Catalogue } from '#plugins/shop-quotes/queries/catalogue'

const linkTo = ({ locale }: HttpContext, { slug, name }: Category) => ({
  label: translated(name, locale),
  href: urlFor('shop-quotes.catalogue.categories.show', { slug }),
})

/** What lies in a category and below it. */
export function offersIn({ categories, offers }: Catalogue, { id }: Category) {
  const ids = new Set([id, ...idsBelow(categories, id)])
  return offers.filter(({ categoryId }) => ids.has(categoryId))
}

/** The categories below another one, or the first ones, each with what is in it. */
export function presentCategories(ctx: HttpContext, catalogue: Catalogue, parentId: number | null) {
  const filled = childrenOf(catalogue.categories, parentId)
    .map((category) => ({ category, count: offersIn(catalogue, category).length }))
    .filter(({ count }) => count > 0)
  return filled.map(({ category, count }) => ({
    ...linkTo(ctx, category),
    description: translated(category.description, ctx.locale),
    below: childrenOf(catalogue.categories, category.id)
      .filter((child) => offersIn(catalogue, child).length > 0)
      .map((child) => linkTo(ctx, child)),
    count: ctx.i18n.t('shop-quotes.catalogue.count', { count }),
  }))
}

/** The way from the catalogue down to where one is, which is no link. */
export function presentWay(ctx: HttpContext, { categories }: Catalogue, categoryId: number | null) {
  const first = {
    label: ctx.i18n.t('shop-quotes.catalogue.title'),
    href: urlFor('shop-quotes.catalogue.index'),
  }
  return [first, ...wayTo(categories, categoryId).map((category) => linkTo(ctx, category))]
}
