import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { RequestQuote } from '#plugins/shop-quotes/actions/request_quote'
import { LONGEST_WORDS, readWords } from '#plugins/shop-quotes/domain/words'
import { leadToQuote } from '#plugins/shop-quotes/presenters/own_quote'
import { renderQuoteRequest } from '#plugins/shop-quotes/presenters/quote_request_page'
import { openQuoteCart, ownQuoteCart } from '#plugins/shop-quotes/queries/quote_cart'
import { REQUEST_LIMIT } from '#plugins/shop-quotes/quote_limits'
import { storeRequestValidator } from '#plugins/shop-quotes/validators/quotes'

/** S8: the quote cart becomes a request. */
export default class QuoteRequestsController {
  async create(ctx: HttpContext) {
    const cart = await openQuoteCart(signedInCustomer(ctx).id)
    return cart ? renderQuoteRequest(ctx, cart) : leadToCart(ctx)
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    await throttle(ctx, REQUEST_LIMIT, { key: String(user.id) })
    const {
      cart: cartId,
      lines: shown,
      message,
    } = await ctx.request.validateUsing(storeRequestValidator)
    const cart = await ownQuoteCart(user.id, cartId)
    if (!cart) return leadToCart(ctx)
    const words = readWords(message)
    if (!words.ok && words.reason === 'too_long') return tooLong(ctx, cart, message)
    const text = words.ok ? words.text : null
    const request = { user, locale: ctx.locale, message: text, cartId, shown }
    const requested = await new RequestQuote().handle(request)
    if (requested.ok) return leadToQuote(ctx, requested, 'requested')
    const notice = ctx.i18n.t(`shop-quotes.quotes.request.${requested.reason}`)
    return renderQuoteRequest(ctx, cart, { typed: message, notice, status: 409 })
  }
}

type Cart = NonNullable<Awaited<ReturnType<typeof openQuoteCart>>>

function tooLong(ctx: HttpContext, cart: Cart, typed: string | undefined) {
  const text = ctx.i18n.t('shop-quotes.quotes.errors.too_long', { most: LONGEST_WORDS })
  return renderQuoteRequest(ctx, cart, { typed, errors: { message: text }, status: 422 })
}

/** Nothing lies in the quote cart: its page says so. */
const leadToCart = ({ response }: HttpContext): void =>
  response.redirect().status(303).toPath(urlFor('shop-quotes.quote_cart.show'))
