import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { offerReader, quoteAddress, stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteBadge, turnText } from '#plugins/shop-quotes/presenters/quote_state'

const LAST_PAGE = 1000

/** The page in the address, whatever stands there. */
export function pageIn({ request }: HttpContext): number {
  const asked: Record<string, unknown> = request.qs()
  return Math.min(Math.max(Math.trunc(Number(asked.page)) || 1, 1), LAST_PAGE)
}

/** S9: "My quotes", each with how it stands and whose turn it is. */
export async function presentOwnQuotes(
  ctx: HttpContext,
  { quotes, hasNext, page }: { quotes: Quote[]; hasNext: boolean; page: number }
) {
  const reader = await offerReader(ctx)
  const { t, formats } = reader
  const address = (nth: number) => urlFor('shop-quotes.mine.quotes.index', {}, { page: nth })
  const column = (name: string) => ({ label: t(`shop-quotes.quotes.fields.${name}`) })
  return {
    title: t('shop-quotes.quotes.title'),
    columns: [{ ...column('number'), strong: true }, column('state'), column('last_day')],
    rows: quotes.map((quote) => {
      const state = stateNow(quote)
      const badge = quoteBadge(reader, state)
      const asked = formats.date(quote.createdAt)
      return {
        href: quoteAddress(quote),
        cells: [
          { text: quote.number, note: t('shop-quotes.quotes.asked_on', { day: asked }) },
          { text: badge.label, badge, note: turnText(reader, state) },
          state === 'sent' && quote.lastDay ? formats.dayDate(quote.lastDay) : '–',
        ],
      }
    }),
    previous: page > 1 ? address(page - 1) : null,
    next: hasNext ? address(page + 1) : null,
  }
}
