import type { HttpContext } from '@adonisjs/core/http'
import { changeQuantity } from '#plugins/shop-quotes/actions/change_quantity'
import { readQuantity } from '#plugins/shop-quotes/domain/quantity'
import { cartOwner } from '#plugins/shop-quotes/presenters/cart_owner'
import {
  leadToCart,
  lineOf,
  noSuchLine,
  renderCart,
} from '#plugins/shop-quotes/presenters/cart_visit'
import { quantityError, readTyped } from '#plugins/shop-quotes/presenters/read_line'

/** How many of a line. */
export default class QuantitiesController {
  async update(ctx: HttpContext) {
    const { kind, line } = await lineOf(ctx)
    const id = line.line.publicId
    const typed = await readTyped(ctx)
    const read = readQuantity(typed, line.most)
    if (!read.ok) {
      const error = quantityError(ctx, read.reason, line.most)
      return renderCart(ctx, kind, { id, typed, error })
    }
    const changed = await changeQuantity({ owner: cartOwner(ctx), id }, read.quantity)
    if (!changed) throw noSuchLine()
    return leadToCart(ctx, changed, 'changed')
  }
}
