import { clock, type Actor, type Trx } from '#core/platform'
import { endPayments } from '#plugins/shop-quotes/actions/end_payments'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { openTask } from '#plugins/shop-quotes/actions/open_task'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import { arrivalOf, type Money, type TaskKind } from '#plugins/shop-quotes/domain/arrival'
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
  /** What came, where it may differ from what the try was about. */
  money?: Money
  bankLineId?: number
}

/**
 * Settles a payment of an order that `lockedOrder` has read: its sums, its state of payment, and
 * `settle` once payments reach the total. Money is never refused; what does not fit is a task,
 * whose kind is the answer. A payment that is settled already stays as it is.
 */
export async function receiveMoney(
  trx: Trx,
  order: Order,
  payment: Payment,
  received: Received
): Promise<TaskKind | null> {
  if (payment.state === 'settled') return null
  const { amountMinor, currency } = payment
  const { money = { amountMinor, currency }, bankLineId = null } = received
  const { settles, leaves } = arrivalOf(order, money)
  if (settles) await settlePayment(trx, order, payment, { ...received, money })
  if (leaves) {
    const about = { order, paymentId: payment.$isPersisted ? payment.id : null, bankLineId }
    await openTask(trx, { kind: leaves, ...about, details: { ...money } })
  }
  if (leaves === 'short') await awaitTheRest(trx, order)
  return leaves
}

type Settled = Received & { money: Money }

async function settlePayment(trx: Trx, order: Order, payment: Payment, settled: Settled) {
  const { by, doer, valueDay, money } = settled
  const now = clock.now()
  payment.useTransaction(trx)
  const version = payment.$isPersisted ? payment.version + 1 : 1
  const written = { state: 'settled', settledAt: now, valueDay, version, updatedAt: now } as const
  await payment.merge({ ...written, amountMinor: money.amountMinor }).save()
  const paidMinor = order.paidMinor + money.amountMinor
  const { totalMinor, repaidMinor, withdrawnMinor } = order
  const sums = { totalMinor, paidMinor, repaidMinor, withdrawnMinor }
  const changes: Record<string, [unknown, unknown]> = { paidMinor: [order.paidMinor, paidMinor] }
  await recordEntry(trx, order, { deed: 'paid', by, fromState: order.state, changes })
  if (order.state !== 'placed' || !isCovered(sums)) return writeSums(trx, order, paidMinor)
  const values = { paidMinor, paidAt: now, expiresAt: null }
  await takeOrderStep(trx, order, { step: 'settle', by, doer, values })
  await queueOrderMail(trx, order, { occasion: 'paid', once: 'paid' })
}

/** What is still missing can be paid the same way; a try about the whole would ask for too much. */
async function awaitTheRest(trx: Trx, order: Order): Promise<void> {
  await endPayments(trx, order.id, 'cancelled')
  await openPayment(trx, order)
}

/** The order stays where it is. */
async function writeSums(trx: Trx, order: Order, paidMinor: number): Promise<void> {
  const now = clock.now()
  const { totalMinor, repaidMinor, withdrawnMinor, state } = order
  const sums = { totalMinor, paidMinor, repaidMinor, withdrawnMinor, state }
  const paid = { paidMinor, paymentState: paymentState(sums) }
  order.useTransaction(trx)
  await order.merge({ ...paid, version: order.version + 1, changedAt: now, updatedAt: now }).save()
}
