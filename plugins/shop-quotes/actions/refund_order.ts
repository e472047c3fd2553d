import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { makeRefund } from '#plugins/shop-quotes/actions/make_refund'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { keptOf, type ByHand } from '#plugins/shop-quotes/domain/refund_states'
import { Refund } from '#plugins/shop-quotes/models/refund'

type RefundByHand = {
  /** Names the form that was shown: a second click pays nothing back. */
  formKey: string
  orderId: number
  amountMinor: number
  method: ByHand
  reason: string
  /** Local day on which the money went back. */
  valueDay: string
  /** Version of the order whose page was read. */
  seen: number
  by: Actor
}

export type RefundRefusal = 'changed_meanwhile' | 'more_than_kept'
type Refunded = Result<{ orderId: number }, RefundRefusal>

/** Staff have paid money back and write it down; never more than is kept. */
export class RefundOrder {
  handle(refund: RefundByHand): Promise<Refunded> {
    const scope = `shop-quotes.refund:${refund.orderId}`
    return transaction((trx) => onceOnly(trx, scope, refund.formKey, () => this.#pay(trx, refund)))
  }

  async #pay(trx: Trx, asked: RefundByHand): Promise<Refunded> {
    const { orderId, amountMinor, method, reason, valueDay, seen, by } = asked
    const order = await lockedOrder(trx, orderId)
    if (order.version !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const underWay = await Refund.query({ client: trx })
      .where({ orderId, state: 'asked' })
      .sum('amount_minor as sum')
      .pojo<{ sum: number | string | null }>()
    const free = keptOf(order) - Number(underWay[0].sum ?? 0)
    if (amountMinor > free) return { ok: false, reason: 'more_than_kept' }
    const { currency } = order
    const refund = await Refund.create(
      {
        ...{ orderId, paymentId: null, method, state: 'asked', amountMinor, currency, reason },
        ...{ valueDay, recordedById: by.id },
      },
      { client: trx }
    )
    await makeRefund(trx, order, refund, by)
    return { ok: true, orderId }
  }
}
