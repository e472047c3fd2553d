import { clock, transaction, updateRows, type Actor, type Result, type Trx } from '#core/platform'
import { endPayments } from '#plugins/shop-quotes/actions/end_payments'
import { openPayment } from '#plugins/shop-quotes/actions/open_payment'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { lockedOrder } from '#plugins/shop-quotes/actions/take_order_step'
import { paymentState } from '#plugins/shop-quotes/domain/paid'
import { releasedMinor } from '#plugins/shop-quotes/domain/withdrawal'
import { Order } from '#plugins/shop-quotes/models/order'
import { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'
import { withdrawnLines } from '#plugins/shop-quotes/queries/withdrawable'

type Performed = {
  orderId: number
  /** How much of what had begun was done when the customer withdrew, in basis points. */
  performedBp: number
  by: Actor
}

/** `not_now`: nothing was withdrawn from; `nothing_begun`: nothing of it is paid for in part. */
export type PerformedRefusal = 'not_now' | 'nothing_begun'

/** Staff say how much had been done at the customer's wish: so much stays owed. */
export class StatePerformed {
  handle(performed: Performed): Promise<Result<object, PerformedRefusal>> {
    return transaction((trx) => this.#state(trx, performed))
  }

  async #state(trx: Trx, { orderId, performedBp, by }: Performed) {
    const order = await lockedOrder(trx, orderId)
    const withdrawal = await Withdrawal.query({ client: trx }).where({ orderId }).first()
    if (!withdrawal || order.state === 'withdrawn') return refused('not_now')
    const lines = await withdrawnLines(order, withdrawal, trx)
    const startedEarly = order.earlyStartAt !== null
    if (!startedEarly || lines.every(({ withdrawalClass }) => withdrawalClass !== 'begun')) {
      return refused('nothing_begun')
    }
    const { performedBp: before, version } = withdrawal
    withdrawal.useTransaction(trx)
    await withdrawal.merge({ performedBp, version: version + 1, updatedAt: clock.now() }).save()
    await owe(trx, order, releasedMinor(lines, { startedEarly, performedBp }))
    const changes: Record<string, [unknown, unknown]> = { performedBp: [before, performedBp] }
    await recordEntry(trx, order, { deed: 'changed', by, fromState: order.state, changes })
    if (order.state === 'placed') await this.#askAnew(trx, order)
    return { ok: true as const }
  }

  /** A try about what was owed before would ask for too little. */
  async #askAnew(trx: Trx, order: Order): Promise<void> {
    await endPayments(trx, order.id, 'cancelled')
    await openPayment(trx, order)
  }
}

const refused = (reason: PerformedRefusal) => ({ ok: false as const, reason })

async function owe(trx: Trx, order: Order, withdrawnMinor: number): Promise<void> {
  const { id, version } = order
  const now = clock.now()
  order.merge({ withdrawnMinor })
  const written = {
    ...{ withdrawnMinor, paymentState: paymentState(order), version: version + 1 },
    ...{ changedAt: now, updatedAt: now },
  }
  const changed = await updateRows(trx, Order, { id, version }, written)
  if (changed !== 1) throw new Error(`Order ${order.number} was read without a lock`)
  order.merge(written)
  order.$hydrateOriginals()
}
