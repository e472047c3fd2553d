import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'

const PAGES = [
  { page: 'services', route: 'catalogue.index', icon: 'shopping-bag' },
  { page: 'cart', route: 'cart.show', icon: 'shopping-cart' },
  { page: 'quote_cart', route: 'quote_cart.show', icon: 'file-text' },
] as const

/** The pages that the bar above every page of the shop leads to. */
export type BarPage = (typeof PAGES)[number]['page']

/** Lines in the carts of whoever looks. */
export type CartCounts = { cart: number; quote_cart: number }

/**
 * The bar above the pages of the shop. Who has something in a cart reads how much, so that page is
 * kept for nobody else.
 */
export function presentBar({ i18n }: HttpContext, at: BarPage | null, counts?: CartCounts) {
  return PAGES.map(({ page, route, icon }) => ({
    label: i18n.t(`shop-quotes.catalogue.bar.${page}`),
    href: urlFor(`shop-quotes.${route}`),
    current: page === at,
    icon,
    count: page === 'services' ? undefined : counts?.[page] || undefined,
  }))
}
