import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { cancelOwnOrder } from '#plugins/shop-quotes/actions/write_to_order'
import { orderStateAfter } from '#plugins/shop-quotes/domain/order_states'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import {
  readOrderStep,
  renderOrderStep,
  type OrderForm,
} from '#plugins/shop-quotes/presenters/order_step'
import { leadBackToOrder, leadToOwnOrder } from '#plugins/shop-quotes/presenters/own_order'
import { orderToPay, payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'

const FORM: OrderForm = {
  ...{ step: 'cancellations', needsWords: false, takesFiles: false, tone: 'danger' },
}

/** While nothing has been paid the customer may let it be, and need not say why. */
export default class OrderCancellationsController {
  async create(ctx: HttpContext) {
    const order = await orderToPay(ctx)
    const may = order.paidMinor === 0 && orderStateAfter(order.state, 'cancel', 'customer')
    return may ? renderOrderStep(ctx, order, FORM) : leadBackToOrder(ctx, order)
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const order = await orderToPay(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readOrderStep(ctx, FORM)
    if (Object.keys(read.errors).length > 0) return renderOrderStep(ctx, order, FORM, { read })
    const { text } = read
    const cancelled = await cancelOwnOrder({ orderId: order.id, text, by })
    if (cancelled.ok) return leadToOwnOrder(ctx, order, 'cancelled')
    if (text === null) return leadBackToOrder(ctx, order)
    return renderOrderStep(ctx, await orderToPay(ctx), FORM, { read, isRefused: true })
  }
}
