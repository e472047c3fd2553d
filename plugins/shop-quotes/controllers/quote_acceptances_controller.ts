import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { AcceptQuote } from '#plugins/shop-quotes/actions/accept_quote'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import {
  acceptanceForm,
  renderAcceptance,
  type AcceptanceForm,
} from '#plugins/shop-quotes/presenters/acceptance_page'
import { shownVersion, startOf, totalWith } from '#plugins/shop-quotes/presenters/acceptance_start'
import { customerActor, quoteOf } from '#plugins/shop-quotes/presenters/own_quote'
import { renderQuoteRefused } from '#plugins/shop-quotes/presenters/quote_refused'
import {
  acceptanceErrors,
  acceptanceIn,
  type SentAcceptance,
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
    const typed = { chosen: [], billing: form.profiles[0]?.publicId, method: form.methods[0] }
    return renderAcceptance(ctx, quote, { current, form, typed })
  }

  async store(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    await throttle(ctx, QUOTE_WRITE_LIMIT, { key: String(customerActor(ctx).id) })
    const sent = await ctx.request.validateUsing(storeAcceptanceValidator)
    const form = await acceptanceForm(ctx)
    const errors = acceptanceErrors(ctx, sent, form)
    const again = await this.#again(ctx, quote, { sent, form, errors })
    if (again !== null) return again
    const accepted = await new AcceptQuote().handle(acceptanceIn(ctx, quote, sent, form))
    if (!accepted.ok) return renderQuoteRefused(ctx, accepted)
    const paying = urlFor('shop-quotes.mine.orders.show', { id: accepted.order })
    return ctx.response.redirect().status(303).toPath(paying)
  }

  /** The form anew: it was only to be reckoned, something is missing, or the total is another one. */
  async #again(ctx: HttpContext, quote: Quote, { sent, form, errors }: Sent) {
    const current = await shownVersion(quote)
    const isShown = current?.version.publicId === sent.version
    if (!current || !isShown) return null
    const { chosen = [], billing, method, recalculate } = sent
    const typed = { chosen, billing, method, early: sent.early !== undefined }
    const page = { current, form, typed }
    if (recalculate !== undefined) return renderAcceptance(ctx, quote, page)
    if (Object.keys(errors).length > 0) {
      return renderAcceptance(ctx, quote, { ...page, errors, status: 422 })
    }
    if (totalWith(current, chosen) === sent.total) return null
    const notice = ctx.i18n.t('shop-quotes.quotes.accept.another_total')
    return renderAcceptance(ctx, quote, { ...page, notice, status: 409 })
  }
}

type Sent = {
  sent: SentAcceptance
  form: AcceptanceForm
  errors: ReturnType<typeof acceptanceErrors>
}
