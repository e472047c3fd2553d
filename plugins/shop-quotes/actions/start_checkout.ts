import type Stripe from 'stripe'
import { enqueue } from '#core/jobs'
import { mailUrl } from '#core/messaging'
import { clock, transaction, updateRows, type Result } from '#core/platform'
import { ASK_PROVIDER, FIRST_ASKED_AFTER_MS } from '#plugins/shop-quotes/actions/ask_provider'
import { providerDown } from '#plugins/shop-quotes/actions/provider_down'
import { checkoutOf } from '#plugins/shop-quotes/domain/stripe_checkout'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'

type Started = Result<object, 'provider_down'>

/**
 * Has the provider make the page on which an open try is paid. The order is there before, and the
 * try's own id is the key: however often this is asked, there is one page.
 */
export class StartCheckout {
  async handle({ paymentId }: { paymentId: number }): Promise<Started> {
    const payment = await Payment.findOrFail(paymentId)
    if (payment.method !== 'stripe' || payment.state !== 'created') return { ok: true }
    const order = await Order.findOrFail(payment.orderId)
    const made = await providerDown(() => this.#make(order, payment))
    if (!made.ok) return made
    const { id: providerReference, url: providerUrl } = made.value
    const { id, version } = payment
    await transaction(async (trx) => {
      const written = { state: 'redirected', providerReference, providerUrl } as const
      const after = { ...written, version: version + 1, updatedAt: clock.now() }
      await updateRows(trx, Payment, { id, state: 'created', version }, after)
      const runAt = clock.now() + FIRST_ASKED_AFTER_MS
      await enqueue(trx, ASK_PROVIDER, { paymentId }, { runAt, dedupeKey: String(paymentId) })
    })
    return { ok: true }
  }

  async #make(order: Order, payment: Payment): Promise<Stripe.Checkout.Session> {
    const back = mailUrl('shop-quotes.payments.create', { id: order.publicId })
    const stripe = await stripeClient()
    const { publicId: idempotencyKey } = payment
    return stripe.checkout.sessions.create(checkoutOf(order, payment, back), { idempotencyKey })
  }
}
