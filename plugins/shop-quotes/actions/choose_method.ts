import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { endPayments } from '#plugins/shop-quotes/actions/end_payments'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { OPEN_ATTEMPTS, type Method } from '#plugins/shop-quotes/domain/payment_states'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { offeredMethods } from '#plugins/shop-quotes/queries/offered_methods'

type Choice = { orderId: number; method: Method; by: Actor }
type Chosen = Result<{ paymentId: number }, 'not_offered' | 'nothing_due'>

/** S5: a further try to pay, or another way; the open one ends. A second click finds its try. */
export class ChooseMethod {
  async handle(choice: Choice): Promise<Chosen> {
    const offered = await offeredMethods()
    if (!offered.includes(choice.method)) return { ok: false, reason: 'not_offered' }
    return transaction((trx) => this.#choose(trx, choice))
  }

  async #choose(trx: Trx, { orderId, method, by }: Choice): Promise<Chosen> {
    const order = await lockedOrder(trx, orderId)
    if (order.state !== 'placed') return { ok: false, reason: 'nothing_due' }
    const open = await Payment.query({ client: trx })
      .where({ orderId })
      .whereIn('state', OPEN_ATTEMPTS)
      .first()
    if (open?.method === method) return { ok: true, paymentId: open.id }
    await endPayments(trx, orderId, 'cancelled')
    if (order.method !== method) {
      const changes: Record<string, [unknown, unknown]> = { method: [order.method, method] }
      const { version } = order
      const now = clock.now()
      order.useTransaction(trx)
      await order.merge({ method, version: version + 1, changedAt: now, updatedAt: now }).save()
      await recordEntry(trx, order, { deed: 'changed', by, fromState: order.state, changes })
    }
    const payment = await openPayment(trx, order)
    return payment ? { ok: true, paymentId: payment.id } : { ok: false, reason: 'nothing_due' }
  }
}
