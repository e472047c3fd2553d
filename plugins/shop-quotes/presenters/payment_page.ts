import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#core/accounts'
import { urlFor } from '#core/platform'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import { presentPayment } from '#plugins/shop-quotes/presenters/payment'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'

/** Ways to pay as a choice, in the words that customers read everywhere. */
export const methodOptions = ({ i18n }: HttpContext, methods: readonly Method[]) =>
  methods.map((method) => ({
    value: method,
    label: i18n.t(`shop-quotes.payments.methods.${method}.label`),
    hint: i18n.t(`shop-quotes.payments.methods.${method}.hint`),
  }))

/** How an order is paid now, and how else it could be. */
export async function renderPaymentPage(
  ctx: HttpContext,
  order: Order,
  refused: { errors: Record<string, string>; status: number } | null = null
) {
  if (refused) ctx.response.status(refused.status)
  const id = order.publicId
  const payment = await presentPayment(ctx, order)
  const open = payment?.other ? order.method : null
  const others = (await offeredMethods()).filter((method) => method !== open)
  return renderAccount(ctx, 'shop_quotes::pages/payment', {
    title: ctx.i18n.t('shop-quotes.payments.page_title', { number: order.number }),
    back: { href: urlFor('shop-quotes.mine.orders.show', { id }), label: order.number },
    payment: payment?.other ? { ...payment, other: null } : null,
    missing: payment && !payment.other ? payment.lead : null,
    options: methodOptions(ctx, others),
    action: urlFor('shop-quotes.payments.store', { id }),
    errors: refused?.errors ?? {},
  })
}
