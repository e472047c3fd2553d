import type { HttpContext } from '@adonisjs/core/http'
import { PlayProvider } from '#plugins/shop-quotes/actions/play_provider'
import { leadToPayment, orderToPay } from '#plugins/shop-quotes/presenters/order_to_pay'
import { storeTrialValidator } from '#plugins/shop-quotes/validators/payments'

/** The buttons of the way to pay that is for trying things out. */
export default class TrialsController {
  async store(ctx: HttpContext) {
    const order = await orderToPay(ctx)
    const { outcome } = await ctx.request.validateUsing(storeTrialValidator)
    const played = await new PlayProvider().handle({ orderId: order.id, outcome })
    const said = played.ok ? outcome : 'not_now'
    const text = ctx.i18n.t(`shop-quotes.payments.said.${said}`)
    return leadToPayment(ctx, order, { tone: said === 'pays' ? 'success' : 'warning', text })
  }
}
