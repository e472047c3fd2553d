import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import { pricedCart, type PricedCart } from '#plugins/shop-quotes/queries/priced_cart'
import { shopToday } from '#plugins/shop-quotes/queries/shop_today'

/** What somebody wants an offer for, also what they chose before they signed in. */
export const quoteCartOf = async (ctx: HttpContext): Promise<PricedCart> =>
  pricedCart(cartOwner(ctx), 'quote', await shopToday())

type Page = { typed?: string; errors?: FieldErrors; status?: number; notice?: string }

/** S8: what will be requested, an optional message, and the button that does. */
export async function renderQuoteRequest(
  ctx: HttpContext,
  { lines, isReady }: PricedCart,
  page: Page = {}
) {
  const { typed, errors = {}, status, notice } = page
  if (status) ctx.response.status(status)
  return ctx.view.render('shop_quotes::pages/quote_request', {
    title: ctx.i18n.t('shop-quotes.quotes.request.title'),
    back: { href: urlFor('shop-quotes.quote_cart.show') },
    action: urlFor('shop-quotes.quote_requests.store'),
    lines: lines.map(({ line: { publicId: id }, service, quantity }) => ({
      id,
      label: translated(service.name, ctx.locale),
      text: ctx.i18n.t('shop-quotes.quotes.request.quantity', { quantity }),
      change: urlFor('shop-quotes.lines.edit', { id }),
    })),
    notice: notice ?? (isReady ? null : ctx.i18n.t('shop-quotes.quotes.request.not_offered')),
    ...{ typed, errors },
  })
}
