import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { RequestQuote } from '#plugins/shop-quotes/actions/request_quote'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import { leadToQuote } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteCartOf, renderQuoteRequest } from '#plugins/shop-quotes/presenters/quote_request_page'
import { REQUEST_LIMIT } from '#plugins/shop-quotes/quote_limits'
import { storeRequestValidator } from '#plugins/shop-quotes/validators/quotes'

/** S8: the quote cart becomes a request. */
export default class QuoteRequestsController {
  async create(ctx: HttpContext) {
    signedInCustomer(ctx)
    const cart = await quoteCartOf(ctx)
    return cart.lines.length > 0 ? renderQuoteRequest(ctx, cart) : leadToCart(ctx)
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    await throttle(ctx, REQUEST_LIMIT, { key: String(user.id) })
    const { lines: shown, message } = await ctx.request.validateUsing(storeRequestValidator)
    const words = readWords(message)
    if (!words.ok && words.reason === 'too_long') return tooLong(ctx, message)
    const { tokenHash } = cartOwner(ctx)
    const text = words.ok ? words.text : null
    const request = { user, tokenHash, locale: ctx.locale, message: text, shown }
    const requested = await new RequestQuote().handle(request)
    if (requested.ok) return leadToQuote(ctx, requested, 'requested')
    const cart = await quoteCartOf(ctx)
    if (cart.lines.length === 0) return leadToCart(ctx)
    const notice = ctx.i18n.t(`shop-quotes.quotes.request.${requested.reason}`)
    return renderQuoteRequest(ctx, cart, { typed: message, notice, status: 409 })
  }
}

async function tooLong(ctx: HttpContext, typed: string | undefined) {
  const text = ctx.i18n.t('shop-quotes.quotes.errors.too_long', { most: LONGEST_WORDS })
  const page = { typed, errors: { message: text }, status: 422 }
  return renderQuoteRequest(ctx, await quoteCartOf(ctx), page)
}

/** Nothing lies in the quote cart: its page says so. */
const leadToCart = ({ response }: HttpContext): void =>
  response.redirect().status(303).toPath(urlFor('shop-quotes.quote_cart.show'))
