import { enqueue } from '#core/jobs'
import { transaction, type Trx } from '#core/platform'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'

export const REPAY = { id: 'shop-quotes.repay_through_provider' } as const

/** `key` names the refund: however often the job runs, the money goes back once. */
export type Repayment = { paymentId: number; amountMinor: number; key: string }

/** Whether what was paid this way can go back the same way by itself; else staff pay it back. */
export const goesBackByItself = ({ method }: Pick<Payment, 'method'>): boolean =>
  method === 'stripe'

/** Has the provider pay back part or all of a payment, once the caller's transaction commits. */
export const repayThroughProvider = (trx: Trx, repayment: Repayment): Promise<void> =>
  enqueue<Repayment>(trx, REPAY, repayment, { dedupeKey: repayment.key })

export async function repay({ paymentId, amountMinor, key }: Repayment): Promise<void> {
  const { providerReference } = await Payment.findOrFail(paymentId)
  const stripe = await stripeClient()
  const checkout = await stripe.checkout.sessions.retrieve(providerReference!)
  const intent = checkout.payment_intent
  const payment_intent = typeof intent === 'string' ? intent : intent!.id
  const refund = { payment_intent, amount: amountMinor, metadata: { refund: key } }
  await stripe.refunds.create(refund, { idempotencyKey: key })
}

/** The provider refuses for good: somebody has to pay it back another way. */
export async function repayFailed(repayment: Repayment, reason: string): Promise<void> {
  const { paymentId, amountMinor } = repayment
  const payment = await Payment.findOrFail(paymentId)
  const order = payment.orderId ? await Order.findOrFail(payment.orderId) : null
  const details = { amountMinor, currency: payment.currency, reason }
  await transaction((trx) => openTask(trx, { kind: 'provider_failed', order, paymentId, details }))
}
