import { clock, SYSTEM, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { endPayments } from '#plugins/shop-quotes/actions/end_payments'
import { freeAppointments } from '#plugins/shop-quotes/actions/free_appointments'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder, takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import { isCovered, owed, paymentState } from '#plugins/shop-quotes/domain/paid'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import { releasedMinor, type NoWithdrawal } from '#plugins/shop-quotes/domain/withdrawal'
import { queueWithdrawalMail } from '#plugins/shop-quotes/mails/queue_withdrawal_mail'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'
import { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'
import { withdrawableOf, type PaidLine } from '#plugins/shop-quotes/queries/withdrawable'

type Word = {
  orderId: number
  /** Who says it, and where the receipt goes. */
  name: string
  email: string
  by: Actor
  zone: string
}

/** A consumer withdraws from an order: received at once, once, and with a receipt. */
export class WithdrawOrder {
  handle(word: Word): Promise<Result<{ at: number }, NoWithdrawal>> {
    return transaction((trx) => this.#withdraw(trx, word))
  }

  async #withdraw(trx: Trx, word: Word): Promise<Result<{ at: number }, NoWithdrawal>> {
    const { orderId, name, email, by, zone } = word
    const order = await lockedOrder(trx, orderId)
    const known = await Withdrawal.query({ client: trx }).where({ orderId }).first()
    if (known) return { ok: true, at: known.createdAt }
    const { refusal, lines, others } = await withdrawableOf(order, zone, trx)
    if (refusal) return { ok: false, reason: refusal }
    const withdrawal = await Withdrawal.create(
      {
        ...{ orderId, name, email, lineIds: lines.map(({ line }) => line.id) },
        grossMinor: lines.reduce((sum, { grossMinor }) => sum + grossMinor, 0),
      },
      { client: trx }
    )
    await (others.length === 0
      ? this.#end(trx, order, lines, by)
      : this.#lessen(trx, order, lines, by))
    await queueWithdrawalMail(trx, order, { withdrawal, lines, zone })
    return { ok: true, at: withdrawal.createdAt }
  }

  /** Nothing of it remains: it is over as soon as no more is kept than is owed. */
  async #end(trx: Trx, order: Order, lines: PaidLine[], by: Actor): Promise<void> {
    const values = { withdrawnMinor: releasedOf(order, lines), expiresAt: null }
    await takeOrderStep(trx, order, { step: 'withdraw', by, values })
    if (keptOf(order) > owed(order)) return
    await takeOrderStep(trx, order, { step: 'repay', by: SYSTEM })
  }

  /** The rest goes on, and is all that is still owed. */
  async #lessen(trx: Trx, order: Order, lines: PaidLine[], by: Actor): Promise<void> {
    const now = clock.now()
    order.useTransaction(trx)
    order.merge({ withdrawnMinor: releasedOf(order, lines), changedAt: now, updatedAt: now })
    order.merge({ paymentState: paymentState(order), version: order.version + 1 })
    await order.save()
    await recordEntry(trx, order, { deed: 'withdrew', by, fromState: order.state })
    await freeAppointments(trx, order, { by, lineIds: lines.map(({ line }) => line.id) })
    if (order.state !== 'placed') return
    await sellNothing(trx, lines)
    if (isCovered(order)) {
      const values = { paidAt: now, expiresAt: null }
      await takeOrderStep(trx, order, { step: 'settle', by: SYSTEM, doer: 'provider', values })
      return
    }
    // A try about the whole would ask for too much.
    await endPayments(trx, order.id, 'cancelled')
    await openPayment(trx, order)
  }
}

/** What is never paid for counts in no statistics. */
async function sellNothing(trx: Trx, lines: readonly PaidLine[]): Promise<void> {
  const ids = lines.map(({ line }) => line.id)
  const nothing = { netMinor: 0, taxMinor: 0 }
  await OrderLine.query({ client: trx }).whereIn('id', ids).update(nothing)
}

/** Until staff say how much had been done, nothing of it counts as done. */
const releasedOf = ({ earlyStartAt }: Order, lines: PaidLine[]): number =>
  releasedMinor(
    lines.map(({ line, grossMinor }) => ({ withdrawalClass: line.withdrawalClass, grossMinor })),
    { startedEarly: earlyStartAt !== null, performedBp: 0 }
  )
