import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { presentOffer } from '#plugins/shop-quotes/presenters/offer'
import { presentDifferences } from '#plugins/shop-quotes/presenters/offer_differences'
import { offerReader, quoteAddress, quoteOf } from '#plugins/shop-quotes/presenters/own_quote'
import { sentVersions } from '#plugins/shop-quotes/queries/offered_versions'

/** An earlier version of an offer, as it was sent. */
export default class QuoteVersionsController {
  async show(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    const versions = await sentVersions(quote.id)
    const at = versions.findIndex(({ version }) => String(version.number) === ctx.params.number)
    if (at === -1) throw new Exception('No such version of this quote', { status: 404 })
    const reader = await offerReader(ctx)
    const [shown, before] = [versions[at], at > 0 ? versions[at - 1].lines : null]
    const { currency, number, sentAt } = shown.version
    return ctx.view.render('shop_quotes::pages/quote_version', {
      title: reader.t('shop-quotes.quotes.page.version', {
        ...{ number, day: reader.formats.date(sentAt!) },
      }),
      back: { href: quoteAddress(quote) },
      offer: presentOffer(reader, shown),
      changes: before ? presentDifferences(reader, currency, before, shown.lines) : [],
    })
  }
}
