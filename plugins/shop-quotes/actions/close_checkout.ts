import type { ClosedCheckout } from '#plugins/shop-quotes/actions/end_payments'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { stripeClient } from '#plugins/shop-quotes/queries/stripe_client'

/** Nobody is to pay twice: the page of an ended try is closed. One that was paid on is left alone. */
export async function closeCheckout({ paymentId }: ClosedCheckout): Promise<void> {
  const payment = await Payment.findOrFail(paymentId)
  const { providerReference: reference, state } = payment
  if (!reference || state === 'settled') return
  const { sessions } = (await stripeClient()).checkout
  const { status } = await sessions.retrieve(reference)
  if (status === 'open') await sessions.expire(reference)
}
