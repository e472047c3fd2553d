import type { HttpContext } from '@adonisjs/core/http'
import { throttle } from '#core/web'
import { AskProvider } from '#plugins/shop-quotes/actions/ask_provider'
import { PAY_LIMIT } from '#plugins/shop-quotes/limits'
import {
  leadToPayment,
  orderToPay,
  payingCustomer,
} from '#plugins/shop-quotes/presenters/order_to_pay'
import { openPaymentOf } from '#plugins/shop-quotes/queries/order_to_pay'

/** Whoever has paid, and whose message has not come yet, has us ask the provider. */
export default class PaymentChecksController {
  async store(ctx: HttpContext) {
    const order = await orderToPay(ctx)
    await throttle(ctx, PAY_LIMIT, { key: String(payingCustomer(ctx).id) })
    const payment = await openPaymentOf(order.id)
    const asked = payment && (await new AskProvider().handle({ paymentId: payment.id }))
    const said = asked && !asked.ok ? 'provider_down' : 'asked'
    const text = ctx.i18n.t(`shop-quotes.payments.said.${said}`)
    return leadToPayment(ctx, order, { tone: said === 'asked' ? 'success' : 'warning', text })
  }
}
