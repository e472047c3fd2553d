import type { HttpContext } from '@adonisjs/core/http'
import { translated } from '#core/organisation'
import { urlFor } from '#core/platform'
import { removeLine } from '#plugins/shop-quotes/actions/change_quantity'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import { answersOf, cartHref } from '#plugins/shop-quotes/presenters/cart_page'
import { leadToCart, lineOf, noSuchLine } from '#plugins/shop-quotes/presenters/cart_visit'

/** What was entered goes with the line, so it is asked once more. */
export default class LineRemovalsController {
  async create(ctx: HttpContext) {
    const { kind, line } = await lineOf(ctx)
    return ctx.view.render('shop_quotes::pages/line_removal', {
      title: ctx.i18n.t('shop-quotes.cart.removal.title'),
      name: translated(line.service.name, ctx.locale),
      answers: answersOf(ctx, line),
      action: urlFor('shop-quotes.lines.destroy', { id: line.line.publicId }),
      back: { href: cartHref(kind), label: ctx.i18n.t(`shop-quotes.cart.titles.${kind}`) },
    })
  }

  async store(ctx: HttpContext) {
    const { line } = await lineOf(ctx)
    const removed = await removeLine({ owner: cartOwner(ctx), id: line.line.publicId })
    if (!removed) throw noSuchLine()
    return leadToCart(ctx, removed, 'removed')
  }
}
