import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { ChooseMethod } from '#plugins/shop-quotes/actions/choose_method'
import { StartCheckout } from '#plugins/shop-quotes/actions/start_checkout'
import { PAY_LIMIT } from '#plugins/shop-quotes/limits'
import {
  leadToOrder,
  leadToPayment,
  orderToPay,
  payingCustomer,
} from '#plugins/shop-quotes/presenters/order_to_pay'
import { renderPaymentPage } from '#plugins/shop-quotes/presenters/payment_page'
import { storePaymentValidator } from '#plugins/shop-quotes/validators/payments'

/** S5, S11: how an order is paid, another try, another way. */
export default class PaymentsController {
  async create(ctx: HttpContext) {
    const order = await orderToPay(ctx)
    return order.state === 'placed' ? renderPaymentPage(ctx, order) : leadToOrder(ctx, order)
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const order = await orderToPay(ctx)
    await throttle(ctx, PAY_LIMIT, { key: String(by.id) })
    const { method } = await ctx.request.validateUsing(storePaymentValidator)
    if (!method) return this.#refuse(ctx, order, 'missing')
    const chosen = await new ChooseMethod().handle({ orderId: order.id, method, by })
    if (!chosen.ok) return this.#refuse(ctx, order, chosen.reason)
    const started = await new StartCheckout().handle(chosen)
    return started.ok ? leadToPayment(ctx, order) : this.#refuse(ctx, order, started.reason)
  }

  /** Somebody was faster, or the provider does not answer: nothing was taken. */
  async #refuse(ctx: HttpContext, { publicId }: { publicId: string }, reason: string) {
    if (reason === 'nothing_due') return leadToOrder(ctx, await orderToPay(ctx))
    const method = ctx.i18n.t(`shop-quotes.payments.errors.${reason}`)
    const status = reason === 'provider_down' ? 503 : 422
    ctx.params.id = publicId
    return renderPaymentPage(ctx, await orderToPay(ctx), { errors: { method }, status })
  }
}
