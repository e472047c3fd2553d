import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { SendQuote } from '#plugins/shop-quotes/actions/send_quote'
import { quoteAtDesk } from '#plugins/shop-quotes/controllers/quote_at_desk'
import { renderSending } from '#plugins/shop-quotes/presenters/sending_page'
import { storeSendingValidator } from '#plugins/shop-quotes/validators/quotes'

/** S10: the draft as its customer will read it, and the button that sends it. */
export default class QuoteSendingsController {
  async create(ctx: HttpContext) {
    return renderSending(ctx, await quoteAtDesk(ctx))
  }

  async store(ctx: HttpContext) {
    const quote = await quoteAtDesk(ctx)
    const { seen } = await ctx.request.validateUsing(storeSendingValidator)
    const sent = await new SendQuote().handle({ quoteId: quote.id, seen, by: ctx.actor })
    if (!sent.ok) return renderSending(ctx, await quoteAtDesk(ctx), sent.reason)
    const said = quote.customer.email ? 'sent' : 'sent_without_mail'
    const text = ctx.i18n.t(`shop-quotes.quotes.desk.send.${said}`)
    const to = urlFor('shop-quotes.quotes.show', { id: quote.id })
    redirectWith(ctx, to, { tone: 'success', text })
  }
}
