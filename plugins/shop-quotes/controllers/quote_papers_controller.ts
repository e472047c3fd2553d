import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { offerReader, quoteOf } from '#plugins/shop-quotes/presenters/own_quote'
import { quotePdf } from '#plugins/shop-quotes/presenters/quote_paper'
import { sentVersions } from '#plugins/shop-quotes/queries/offered_versions'

/** The offer that a customer has now, to print or to keep. */
export default class QuotePapersController {
  async show(ctx: HttpContext) {
    const quote = await quoteOf(ctx)
    const shown = (await sentVersions(quote.id)).at(-1)
    if (!shown) throw new Exception('Nothing was offered yet', { status: 404 })
    const { name: customer } = signedInCustomer(ctx)
    const paper = { quote, shown, customer, locale: ctx.locale }
    const pdf = await quotePdf(await offerReader(ctx), paper)
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('content-disposition', `inline; filename="${quote.number}.pdf"`)
    return ctx.response.send(pdf)
  }
}
