import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { FieldErrors } from '#core/web'
import type { Cart } from '#plugins/shop-quotes/models/cart'
import { wishedLines } from '#plugins/shop-quotes/queries/quote_cart'

type Page = { typed?: string; errors?: FieldErrors; status?: number; notice?: string }

/** S8: what will be requested, an optional message, and the button that does. */
export async function renderQuoteRequest(ctx: HttpContext, cart: Cart, page: Page = {}) {
  const { typed, errors = {}, status, notice } = page
  const lines = await wishedLines(cart.id)
  if (status) ctx.response.status(status)
  return ctx.view.render('shop_quotes::pages/quote_request', {
    title: ctx.i18n.t('shop-quotes.quotes.request.title'),
    back: { href: urlFor('shop-quotes.quote_cart.show') },
    action: urlFor('shop-quotes.quote_requests.store'),
    cart: cart.id,
    lines: lines.map(({ publicId: id, service, quantity }) => ({
      id,
      label: translated(service.name, ctx.locale),
      text: ctx.i18n.t('shop-quotes.quotes.request.quantity', { quantity }),
      change: urlFor('shop-quotes.lines.edit', { id }),
    })),
    ...{ typed, errors, notice },
  })
}
