import { clock, updateRows, type Actor, type Trx } from '#core/platform'
import { freeAppointments } from '#plugins/shop-quotes/actions/free_appointments'
import { issueCreditNote } from '#plugins/shop-quotes/actions/issue_paper'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import { endsAppointments } from '#plugins/shop-quotes/domain/appointments'
import { paymentState } from '#plugins/shop-quotes/domain/paid'
import { queueRefundMail } from '#plugins/shop-quotes/mails/refund_mail'
import { Order } from '#plugins/shop-quotes/models/order'
import type { Refund } from '#plugins/shop-quotes/models/refund'

/**
 * Money of an order that `lockedOrder` has read has gone back: its sums, its state of payment, the
 * credit note and the mail. Whoever calls has checked that so much is kept.
 */
export async function makeRefund(trx: Trx, order: Order, refund: Refund, by: Actor): Promise<void> {
  const now = clock.now()
  const { state, totalMinor, paidMinor, repaidMinor: before, withdrawnMinor, version } = order
  refund.useTransaction(trx)
  await refund.merge({ state: 'made', madeAt: now, updatedAt: now }).save()
  const repaidMinor = before + refund.amountMinor
  const sums = { state, totalMinor, paidMinor, repaidMinor, withdrawnMinor }
  const written = {
    ...{ repaidMinor, paymentState: paymentState(sums), version: version + 1 },
    ...{ changedAt: now, updatedAt: now },
  }
  const changed = await updateRows(trx, Order, { id: order.id, version }, written)
  if (changed !== 1) throw new Error(`Order ${order.number} was read without a lock`)
  order.merge(written)
  order.$hydrateOriginals()
  await recordEntry(trx, order, {
    ...{ deed: 'refunded', by, fromState: order.state, text: refund.reason },
    changes: { repaidMinor: [before, repaidMinor] },
  })
  if (endsAppointments(order)) await freeAppointments(trx, order, { by })
  const paper = await issueCreditNote(trx, order, { refund, paidMinor, repaidMinor: before, by })
  await queueRefundMail(trx, order, { refund, paper })
}
