import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount } from '#core/accounts'
import { firstOfEach, throttle } from '#core/web'
import { WithdrawOrder } from '#plugins/shop-quotes/actions/withdraw_order'
import { WRITE_LIMIT } from '#plugins/shop-quotes/limits'
import { orderToPay, payingCustomer } from '#plugins/shop-quotes/presenters/order_to_pay'
import { orderHref } from '#plugins/shop-quotes/presenters/own_order'
import {
  renderDeclaration,
  renderWithdrawal,
} from '#plugins/shop-quotes/presenters/withdrawal_page'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { storeWithdrawalValidator } from '#plugins/shop-quotes/validators/withdrawal'

/** A consumer withdraws from the contract in two steps, as the law says, and need not say why. */
export default class WithdrawalsController {
  async create(ctx: HttpContext) {
    return renderWithdrawal(ctx, await orderToPay(ctx))
  }

  async store(ctx: HttpContext) {
    const by = payingCustomer(ctx)
    const order = await orderToPay(ctx)
    await throttle(ctx, WRITE_LIMIT, { key: String(by.id) })
    const [error, form] = await ctx.request.tryValidateUsing(storeWithdrawalValidator)
    if (error) return renderWithdrawal(ctx, order, firstOfEach(error.messages))
    const { confirmed, ...consumer } = form
    if (!confirmed) return renderDeclaration(ctx, order, consumer)
    const word = { ...consumer, orderId: order.id, by, zone: await organisationZone() }
    const received = await new WithdrawOrder().handle(word)
    if (!received.ok) return renderWithdrawal(ctx, await orderToPay(ctx))
    const text = ctx.i18n.t('shop-quotes.withdrawal.done', { email: consumer.email })
    leadToAccount(ctx, orderHref(order), { tone: 'success', text })
  }
}
