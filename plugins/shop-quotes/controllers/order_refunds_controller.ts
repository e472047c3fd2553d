import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { RefundOrder, type RefundRefusal } from '#plugins/shop-quotes/actions/refund_order'
import { orderAtDesk } from '#plugins/shop-quotes/controllers/order_at_desk'
import type { Order } from '#plugins/shop-quotes/models/order'
import { renderMoneyForm } from '#plugins/shop-quotes/presenters/money_form'
import { readMoneyForm, type ReadMoney } from '#plugins/shop-quotes/presenters/read_money_form'

const movement = 'refund'

/** Staff have paid money back by hand, and write it down. */
export default class OrderRefundsController {
  async create(ctx: HttpContext) {
    return renderMoneyForm(ctx, await orderAtDesk(ctx), { movement })
  }

  async store(ctx: HttpContext) {
    const order = await orderAtDesk(ctx)
    const read = await readMoneyForm(ctx, order, movement)
    if (!read.ok) return renderMoneyForm(ctx, order, { ...read, movement, status: 422 })
    return this.#refund(ctx, order, read.money)
  }

  async #refund(ctx: HttpContext, order: Order, { note, ...money }: ReadMoney) {
    const asked = { ...money, reason: note ?? '', orderId: order.id, by: ctx.actor }
    const done = await new RefundOrder().handle(asked)
    if (!done.ok) return this.#refuse(ctx, done.reason)
    const text = ctx.i18n.t('shop-quotes.admin.orders.refund.recorded')
    const to = urlFor('shop-quotes.orders.show', { id: order.id })
    redirectWith(ctx, to, { tone: 'success', text })
  }

  async #refuse(ctx: HttpContext, reason: RefundRefusal) {
    const order = await orderAtDesk(ctx)
    if (reason === 'changed_meanwhile') {
      return renderMoneyForm(ctx, order, { movement, isLate: true, status: 409 })
    }
    const errors = { amount: ctx.i18n.t('shop-quotes.admin.orders.money_errors.more_than_kept') }
    return renderMoneyForm(ctx, order, { movement, errors, status: 422 })
  }
}
