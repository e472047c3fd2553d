import { clock, type Actor, type Trx } from '#core/platform'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import type { Doer } from '#plugins/shop-quotes/domain/order_states'
import { isCovered, paymentState } from '#plugins/shop-quotes/domain/paid'
import { queueOrderMail } from '#plugins/shop-quotes/mails/queue_order_mail'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Payment } from '#plugins/shop-quotes/models/payment'

export type Received = {
  by: Actor
  doer: Extract<Doer, 'provider' | 'staff'>
  /** Local day on which the money was there. */
  valueDay: string
}

/**
 * Settles a payment of an order that `lockedOrder` has read: its sums, its state of payment, and
 * `settle` once payments reach the total. Money is never refused; what does not fit is a task.
 */
export async function receiveMoney(
  trx: Trx,
  order: Order,
  payment: Payment,
  { by, doer, valueDay }: Received
): Promise<void> {
  const now = clock.now()
  payment.useTransaction(trx)
  await payment.merge({ state: 'settled', settledAt: now, valueDay, updatedAt: now }).save()
  const paidMinor = order.paidMinor + payment.amountMinor
  const sums = { totalMinor: order.totalMinor, paidMinor, repaidMinor: order.repaidMinor }
  const changes: Record<string, [unknown, unknown]> = {
    paidMinor: [order.paidMinor, paidMinor],
  }
  await recordEntry(trx, order, { deed: 'paid', by, fromState: order.state, changes })
  if (order.state === 'placed' && isCovered(sums)) {
    const values = { paidMinor, paidAt: now, expiresAt: null }
    await takeOrderStep(trx, order, { step: 'settle', by, doer, values })
    await queueOrderMail(trx, order, { occasion: 'paid', once: 'paid' })
    return
  }
  const state = paymentState({ ...sums, state: order.state })
  const version = order.version + 1
  order.useTransaction(trx)
  await order
    .merge({ paidMinor, paymentState: state, version, changedAt: now, updatedAt: now })
    .save()
}
