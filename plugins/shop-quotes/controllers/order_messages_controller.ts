import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { writeToOrder } from '#plugins/shop-quotes/actions/write_to_order'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import {
  readOrderStep,
  renderOrderStep,
  type OrderForm,
} from '#plugins/shop-quotes/presenters/order_step'
import { leadToOwnOrder } from '#plugins/shop-quotes/presenters/own_order'
import { orderToPay, payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'

const FORM: OrderForm = { step: 'messages', needsWords: true }

/** A word to the team about an order. */
export default class OrderMessagesController {
  async create(ctx: HttpContext) {
    return renderOrderStep(ctx, await orderToPay(ctx), FORM)
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const order = await orderToPay(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readOrderStep(ctx, FORM)
    const { formKey, text } = read
    if (text === null) return renderOrderStep(ctx, order, FORM, { read })
    const written = await writeToOrder({ formKey, orderId: order.id, text, by })
    if (written.ok) return leadToOwnOrder(ctx, order, 'written')
    return renderOrderStep(ctx, await orderToPay(ctx), FORM, { read, isRefused: true })
  }
}
