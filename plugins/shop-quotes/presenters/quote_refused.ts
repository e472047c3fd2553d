import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import type { AcceptRefusal } from '#plugins/shop-quotes/domain/quote_refusals'
import { quoteAddress, quoteOf } from '#plugins/shop-quotes/presenters/own_quote'

type Refused = { reason: AcceptRefusal | 'not_now'; text?: string | null }

/** Somebody was faster, or the day is over: what happened, what was typed, and what to do now. */
export async function renderQuoteRefused(ctx: HttpContext, { reason, text = null }: Refused) {
  const quote = await quoteOf(ctx)
  const t = (key: string) => ctx.i18n.t(`shop-quotes.quotes.refused.${key}`)
  const isOver = reason === 'expired'
  const revival = { id: quote.publicId, word: 'ask_revival' }
  ctx.response.status(409)
  return ctx.view.render('shop_quotes::pages/quote_refused', {
    title: t('title'),
    what: t(isOver || reason === 'another_version' ? reason : 'not_now'),
    text,
    go: {
      label: t(isOver ? 'revive' : 'go'),
      href: isOver ? urlFor('shop-quotes.mine.quotes.words.create', revival) : quoteAddress(quote),
    },
  })
}
