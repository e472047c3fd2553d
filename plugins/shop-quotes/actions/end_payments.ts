import { enqueue } from '#core/jobs'
import { clock, type Trx } from '#core/platform'
import { OPEN_ATTEMPTS, type AttemptState } from '#plugins/shop-quotes/domain/payment_states'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** Closes the page of a provider on which nobody is to pay any more. */
export const CLOSE_CHECKOUT = { id: 'shop-quotes.close_checkout' } as const
export type ClosedCheckout = { paymentId: number }

/** Ends the tries to pay an order that are open; one at most is. Money that comes all the same counts. */
export async function endPayments(
  trx: Trx,
  orderId: number,
  state: Extract<AttemptState, 'cancelled' | 'expired'>
): Promise<void> {
  const open = await Payment.query({ client: trx })
    .where({ orderId })
    .whereIn('state', OPEN_ATTEMPTS)
    .forUpdate()
  for (const payment of open) {
    payment.useTransaction(trx)
    const { version } = payment
    await payment.merge({ state, version: version + 1, updatedAt: clock.now() }).save()
    if (payment.method !== 'stripe' || !payment.providerReference) continue
    await enqueue<ClosedCheckout>(trx, CLOSE_CHECKOUT, { paymentId: payment.id })
  }
}
