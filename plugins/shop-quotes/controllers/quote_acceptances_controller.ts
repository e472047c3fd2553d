import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { AcceptQuote } from '#plugins/shop-quotes/actions/accept_quote'
import { keepBilling } from '#plugins/shop-quotes/actions/keep_billing'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import {
  acceptanceForm,
  firstTyped,
  renderAcceptance,
} from '#plugins/shop-quotes/presenters/acceptance_page'
import { shownVersion, startOf } from '#plugins/shop-quotes/presenters/acceptance_start'
import { customerActor, quoteOf } from '#plugins/shop-quotes/presenters/own_quote'
import { renderQuoteRefused } from '#plugins/shop-quotes/presenters/quote_refused'
import {
  acceptanceIn,
  readAcceptance,
  whyAnew,
  type WholeAcceptance,
} from '#plugins/shop-quotes/presenters/read_acceptance'
import { QUOTE_WRITE_LIMIT } from '#plugins/shop-quotes/quote_limits'
import { storeAcceptanceValidator } from '#plugins/shop-quotes/validators/quotes'

/** S10: a customer accepts a quote and so orders it. */
export default class QuoteAcceptancesController {
  async create(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    const current = await shownVersion(quote)
    if (!current) return renderQuoteRefused(ctx, { reason: startOf(quote) })
    const form = await acceptanceForm(ctx)
    const typed = await firstTyped(ctx, form)
    return renderAcceptance(ctx, quote, { current, form, typed })
  }

  async store(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    await throttle(ctx, QUOTE_WRITE_LIMIT, { key: String(customerActor(ctx).id) })
    const sent = await ctx.request.validateUsing(storeAcceptanceValidator)
    const form = await acceptanceForm(ctx)
    const read = await readAcceptance(ctx, sent, form)
    const current = await shownVersion(quote)
    const why = current && whyAnew(ctx, current, { sent, read })
    if (why) return renderAcceptance(ctx, quote, { current, form, typed: read.typed, ...why })
    const { agreed } = read
    if (!agreed) return renderQuoteRefused(ctx, { reason: startOf(quote) })
    return this.#accept(ctx, quote, { sent, form, agreed })
  }

  async #accept(ctx: HttpContext, quote: Quote, whole: WholeAcceptance) {
    const { id: userId } = signedInCustomer(ctx)
    const { billing, isNewBilling } = whole.agreed
    // Where so many are kept that this one is not, the order has its copy all the same.
    if (isNewBilling) await keepBilling({ userId, billing, formKey: whole.sent.form_key })
    const accepted = await new AcceptQuote().handle(acceptanceIn(ctx, quote, whole))
    if (!accepted.ok) return renderQuoteRefused(ctx, accepted)
    const paying = urlFor('shop-quotes.mine.orders.show', { id: accepted.order })
    return ctx.response.redirect().status(303).toPath(paying)
  }
}
