import { clock, SYSTEM, transaction } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { makeRefund } from '#plugins/shop-quotes/actions/make_refund'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import type { Repayment } from '#plugins/shop-quotes/actions/repay_through_provider'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'

/** However often this runs, the money goes back once: the refund's own id is the key. */
export async function repay({ refundId }: Repayment): Promise<void> {
  const { state, paymentId, publicId, amountMinor: amount } = await Refund.findOrFail(refundId)
  if (state !== 'asked') return
  const { providerReference } = await Payment.findOrFail(paymentId)
  const stripe = await stripeClient()
  const { payment_intent: intent } = await stripe.checkout.sessions.retrieve(providerReference!)
  const payment_intent = typeof intent === 'string' ? intent : intent!.id
  const wish = { payment_intent, amount, metadata: { refund: publicId } }
  const { id } = await stripe.refunds.create(wish, { idempotencyKey: publicId })
  const valueDay = localDateOf(await organisationZone(), clock.now())
  await transaction(async (trx) => {
    const { orderId } = await Refund.query({ client: trx }).where('id', refundId).firstOrFail()
    const order = await lockedOrder(trx, orderId)
    const refund = await Refund.query({ client: trx }).where('id', refundId).firstOrFail()
    if (refund.state !== 'asked') return
    await makeRefund(trx, order, refund.merge({ providerReference: id, valueDay }), SYSTEM)
  })
}

/** The provider refuses for good: somebody has to pay it back another way. */
export async function repayFailed({ refundId }: Repayment, reason: string): Promise<void> {
  await transaction(async (trx) => {
    const refund = await Refund.query({ client: trx }).where('id', refundId).firstOrFail()
    const { orderId, paymentId, amountMinor, currency } = refund
    await refund.merge({ state: 'failed', updatedAt: clock.now() }).save()
    const order = await lockedOrder(trx, orderId)
    const details = { amountMinor, currency, reason }
    await openTask(trx, { kind: 'provider_failed', order, paymentId, details })
  })
}
