import { enqueue } from '#core/jobs'
import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'
import { refundedAtProvider } from '#plugins/shop-quotes/queries/refunded_at_provider'

export const REPAY = { id: 'shop-quotes.repay_through_provider' } as const
export type Repayment = { refundId: number }

type Wish = { paymentId: number; amountMinor: number; reason: string; by: Actor }
export type RepayRefusal = 'not_of_provider' | 'more_than_kept'

/** Has the provider pay back part or all of a payment: asked here, made by the job. */
export class RepayThroughProvider {
  handle(wish: Wish): Promise<Result<object, RepayRefusal>> {
    return transaction((trx) => this.#ask(trx, wish))
  }

  async #ask(trx: Trx, { paymentId, amountMinor, reason, by }: Wish) {
    const known = await Payment.query({ client: trx }).where('id', paymentId).firstOrFail()
    const { orderId, method, state, currency } = known
    if (method !== 'stripe' || state !== 'settled' || orderId === null) {
      return { ok: false, reason: 'not_of_provider' } as const
    }
    const order = await lockedOrder(trx, orderId)
    const { asked, ofPayment } = await refundedAtProvider(trx, { orderId, paymentId })
    const left = Math.min(keptOf(order) - asked, known.amountMinor - ofPayment)
    if (amountMinor > left) return { ok: false, reason: 'more_than_kept' } as const
    const money = { method, amountMinor, currency, reason }
    const who = { orderId, paymentId, recordedById: by.id, state: 'asked' } as const
    const { id: refundId } = await Refund.create({ ...who, ...money }, { client: trx })
    await enqueue<Repayment>(trx, REPAY, { refundId }, { dedupeKey: String(refundId) })
    return { ok: true } as const
  }
}
