import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { offerReader, quoteAddress, stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { quoteBadge, turnText } from '#plugins/shop-quotes/presenters/quote_state'
import { wishesByQuote } from '#plugins/shop-quotes/queries/own_quotes'

/** S9: "My quotes", each with what was asked, how it stands and whose turn it is. */
export async function presentOwnQuotes(
  ctx: HttpContext,
  { quotes, hasNext, page }: { quotes: Quote[]; hasNext: boolean; page: number }
) {
  const reader = await offerReader(ctx)
  const { t, formats } = reader
  const address = (nth: number) => urlFor('shop-quotes.mine.quotes.index', {}, { page: nth })
  const wishes = await wishesByQuote(quotes)
  const namesOf = ({ id }: Quote) =>
    (wishes.get(id) ?? []).map(({ name }) => translated(name, ctx.locale)).join(', ')
  const column = (name: string) => ({ label: t(`shop-quotes.quotes.fields.${name}`) })
  return {
    title: t('shop-quotes.quotes.title'),
    columns: [{ ...column('what'), strong: true }, column('state'), column('last_day')],
    rows: quotes.map((quote) => {
      const state = stateNow(quote)
      const badge = quoteBadge(reader, state)
      const asked = formats.dayShortDate(formats.localDay(quote.createdAt))
      return {
        href: quoteAddress(quote),
        cells: [
          { text: namesOf(quote), note: `${quote.number} · ${asked}` },
          { text: badge.label, badge, note: turnText(reader, state) },
          state === 'sent' && quote.lastDay ? formats.dayShortDate(quote.lastDay) : '–',
        ],
      }
    }),
    previous: page > 1 ? address(page - 1) : null,
    next: hasNext ? address(page + 1) : null,
  }
}
