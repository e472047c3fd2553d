import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { writeToOrder } from '#plugins/shop-quotes/actions/write_to_order'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import {
  fileError,
  readOrderStep,
  renderOrderStep,
  type OrderForm,
  type ReadOrderStep,
} from '#plugins/shop-quotes/presenters/order_step'
import { leadToOwnOrder } from '#plugins/shop-quotes/presenters/own_order'
import { orderToPay, payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'

const FORM: OrderForm = { step: 'messages', needsWords: true, takesFiles: true }

/** S12: a word to the team about an order, and files with it. */
export default class OrderMessagesController {
  async create(ctx: HttpContext) {
    return renderOrderStep(ctx, await orderToPay(ctx), FORM)
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const order = await orderToPay(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const read = await readOrderStep(ctx, FORM)
    const { formKey, text, errors } = read
    if (text === null || Object.keys(errors).length > 0) {
      return renderOrderStep(ctx, order, FORM, { read })
    }
    const files = read.files.map(({ id }) => id)
    const written = await writeToOrder({ formKey, orderId: order.id, text, files, by })
    if (written.ok) return leadToOwnOrder(ctx, order, 'written')
    if (!('limits' in written)) return this.#refuse(ctx, read)
    const refused = { ...read, files: [], errors: fileError(ctx, written) }
    return renderOrderStep(ctx, order, FORM, { read: refused })
  }

  async #refuse(ctx: HttpContext, read: ReadOrderStep) {
    return renderOrderStep(ctx, await orderToPay(ctx), FORM, { read, isRefused: true })
  }
}
