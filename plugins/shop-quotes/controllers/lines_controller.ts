import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { AddLine } from '#plugins/shop-quotes/actions/add_line'
import { ChangeLine } from '#plugins/shop-quotes/actions/change_line'
import { newCartToken, sendCartCookie } from '#plugins/shop-quotes/cart_cookie'
import {
  changeOf,
  leadToOffer,
  newLineOf,
  offerOf,
} from '#plugins/shop-quotes/controllers/asked_line'
import { ADD_LIMIT } from '#plugins/shop-quotes/limits'
import { leadToCart, lineOf, noSuchLine } from '#plugins/shop-quotes/presenters/cart_visit'
import { renderLineForm } from '#plugins/shop-quotes/presenters/line_form'
import { readForm } from '#plugins/shop-quotes/presenters/read_line'
import { refusedLine } from '#plugins/shop-quotes/presenters/refused_line'
import { shopToday } from '#plugins/shop-quotes/queries/shop_today'
import { storeLineValidator, updateLineValidator } from '#plugins/shop-quotes/validators/line'

/** S2, S6, S7: the form of a service; what it asks goes into the cart and can be corrected there. */
export default class LinesController {
  async create(ctx: HttpContext) {
    const { service, shop, isOffered } = await offerOf(ctx)
    return isOffered ? renderLineForm(ctx, { service, shop }) : leadToOffer(ctx, service)
  }

  async store(ctx: HttpContext) {
    const offer = await offerOf(ctx)
    if (!offer.isOffered) return leadToOffer(ctx, offer.service)
    const { form_key: formKey } = await ctx.request.validateUsing(storeLineValidator)
    await throttle(ctx, ADD_LIMIT)
    const read = await readForm(ctx, offer.service, null)
    if (Object.keys(read.errors).length > 0) return renderLineForm(ctx, { ...offer, refused: read })
    const line = newLineOf(ctx, { offer, read, formKey })
    const added = await new AddLine().handle(line)
    if (!added.ok) return renderLineForm(ctx, { ...offer, refused: refusedLine(ctx, read, added) })
    if (added.isNew) sendCartCookie(ctx, newCartToken(formKey))
    return leadToCart(ctx, line.kind, 'added')
  }

  async edit(ctx: HttpContext) {
    const { line } = await lineOf(ctx)
    return renderLineForm(ctx, { service: line.service, shop: await shopToday(), line })
  }

  async update(ctx: HttpContext) {
    const { line } = await lineOf(ctx)
    const { seen } = await ctx.request.validateUsing(updateLineValidator)
    const shown = { service: line.service, shop: await shopToday(), line }
    const read = await readForm(ctx, line.service, line.form?.id ?? null)
    if (Object.keys(read.errors).length > 0) return renderLineForm(ctx, { ...shown, refused: read })
    const changed = await new ChangeLine().handle(changeOf(ctx, { ...shown, read, seen }))
    if (changed.ok) return leadToCart(ctx, changed.kind, 'changed')
    if (changed.reason === 'not_there') throw noSuchLine()
    const status = changed.reason === 'changed_meanwhile' ? 409 : 422
    return renderLineForm(ctx, { ...shown, refused: refusedLine(ctx, read, changed), status })
  }
}
