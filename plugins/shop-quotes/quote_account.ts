import type { AccountSection } from '#core/accounts'
import { turnOf } from '#plugins/shop-quotes/domain/quote_states'
import { quoteAddress, stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { ownQuotes } from '#plugins/shop-quotes/queries/own_quotes'

/** S9, S12: "My quotes" in the account of a customer. */
export const quotesInAccount: AccountSection = {
  id: 'shop-quotes.quotes',
  route: 'shop-quotes.mine.quotes.index',
  title: 'shop-quotes.quotes.title',
  summary: 'shop-quotes.quotes.summary',
  icon: 'file-text',
  openMatters: async ({ id }) => {
    const { quotes } = await ownQuotes(id, 1)
    return quotes
      .filter((quote) => turnOf(stateNow(quote)) !== 'nobody')
      .map((quote) => ({ text: quote.number, href: quoteAddress(quote) }))
  },
}
