import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount, signedInCustomer } from '#core/accounts'
import { askedPage } from '#core/web'
import { quoteOf } from '#plugins/shop-quotes/presenters/own_quote'
import { presentOwnQuotes } from '#plugins/shop-quotes/presenters/own_quotes'
import { presentQuotePage } from '#plugins/shop-quotes/presenters/quote_page'
import { ownQuotes } from '#plugins/shop-quotes/queries/own_quotes'

/** S9, S12: "My quotes", and each of them. */
export default class QuotesController {
  async index(ctx: HttpContext) {
    const page = askedPage(ctx)
    const found = await ownQuotes(signedInCustomer(ctx).id, page)
    const shown = await presentOwnQuotes(ctx, { ...found, page })
    return renderAccount(ctx, 'shop_quotes::pages/quotes', shown)
  }

  async show(ctx: HttpContext) {
    const shown = await presentQuotePage(ctx, await quoteOf(ctx))
    return renderAccount(ctx, 'shop_quotes::pages/quote', shown)
  }
}
