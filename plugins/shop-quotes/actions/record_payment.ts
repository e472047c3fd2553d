import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { onceOnly } from '#core/web'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { receiveMoney } from '#plugins/shop-quotes/actions/receive_money'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import { BY_HAND, type ByHand } from '#plugins/shop-quotes/domain/refund_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

export type PaymentByHand = {
  /** Names the form that was shown: a second click records nothing. */
  formKey: string
  orderId: number
  amountMinor: number
  method: ByHand
  /** Local day on which the money was there. */
  valueDay: string
  note: string | null
  /** Version of the order whose page was read. */
  seen: number
  by: Actor
}

type Recorded = Result<{ orderId: number }, 'changed_meanwhile'>

/** Staff write down money that came in cash, by card at the desk, or to the bank. */
export class RecordPayment {
  handle(payment: PaymentByHand): Promise<Recorded> {
    const scope = `shop-quotes.payment:${payment.orderId}`
    return transaction((trx) =>
      onceOnly(trx, scope, payment.formKey, () => this.#record(trx, payment))
    )
  }

  async #record(trx: Trx, recorded: PaymentByHand): Promise<Recorded> {
    const { orderId, by, valueDay, seen } = recorded
    const order = await lockedOrder(trx, orderId)
    if (order.version !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const payment = await this.#payment(trx, order, recorded)
    await receiveMoney(trx, order, payment, { by, doer: 'staff', valueDay })
    await this.#goOn(trx, order)
    return { ok: true, orderId }
  }

  /** The try that was awaited, as it turned out; a provider's own is left to its message. */
  async #payment(trx: Trx, { id: orderId, currency }: Order, recorded: PaymentByHand) {
    const { amountMinor, method, note, by } = recorded
    const awaited = Payment.query({ client: trx })
      .where({ orderId, state: 'awaited' })
      .whereIn('method', BY_HAND)
    const payment = (await awaited.orderBy('id', 'desc').first()) ?? new Payment()
    return payment.merge({ orderId, currency, method, amountMinor, note, recordedById: by.id })
  }

  /** What is still open is awaited in the same way. */
  async #goOn(trx: Trx, order: Order): Promise<void> {
    if (order.state !== 'placed') return
    const open = Payment.query({ client: trx }).whereIn('state', [...OPEN_ATTEMPTS])
    if (!(await open.where('orderId', order.id).first())) await openPayment(trx, order)
  }
}
