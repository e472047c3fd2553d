import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { RecordPayment } from '#plugins/shop-quotes/actions/record_payment'
import { orderAtDesk } from '#plugins/shop-quotes/controllers/order_at_desk'
import { renderMoneyForm } from '#plugins/shop-quotes/presenters/money_form'
import { readMoneyForm } from '#plugins/shop-quotes/presenters/read_money_form'

const movement = 'payment'

/** Staff write down money that came in cash, by card at the desk, or to the bank. */
export default class OrderPaymentsController {
  async create(ctx: HttpContext) {
    return renderMoneyForm(ctx, await orderAtDesk(ctx), { movement })
  }

  async store(ctx: HttpContext) {
    const order = await orderAtDesk(ctx)
    const read = await readMoneyForm(ctx, order, movement)
    if (!read.ok) return renderMoneyForm(ctx, order, { ...read, movement, status: 422 })
    const payment = { ...read.money, orderId: order.id, by: ctx.actor }
    const recorded = await new RecordPayment().handle(payment)
    if (!recorded.ok) {
      return renderMoneyForm(ctx, await orderAtDesk(ctx), { movement, isLate: true, status: 409 })
    }
    const text = ctx.i18n.t('shop-quotes.admin.orders.payment.recorded')
    const to = urlFor('shop-quotes.orders.show', { id: order.id })
    redirectWith(ctx, to, { tone: 'success', text })
  }
}
