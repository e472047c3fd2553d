import { clock, SYSTEM, transaction } from '#core/platform'
import { lockedOrder, takeOrderStep } from '#plugins/shop-quotes/actions/take_order_step'
import { queueOrderMail } from '#plugins/shop-quotes/mails/queue_order_mail'
import { Order } from '#plugins/shop-quotes/models/order'

/** So many in one run; the next run takes the rest. */
const AT_ONCE = 500

/** Ends orders whose last day is over and for which nothing has been paid. */
export async function expireOrders(): Promise<void> {
  const due = await Order.query()
    .where({ state: 'placed', paidMinor: 0 })
    .where('expiresAt', '<=', clock.now())
    .orderBy('expiresAt')
    .select('id')
    .limit(AT_ONCE)
  for (const { id } of due) await expireOrder(id)
}

/** What was paid meanwhile keeps it. */
const expireOrder = (id: number): Promise<void> =>
  transaction(async (trx) => {
    const order = await lockedOrder(trx, id)
    const isOver = order.expiresAt !== null && order.expiresAt <= clock.now()
    if (!isOver || order.paidMinor > 0) return
    const expired = await takeOrderStep(trx, order, { step: 'expire', by: SYSTEM })
    if (!expired.ok) return
    await queueOrderMail(trx, order, { occasion: 'expired', once: 'expired' })
  })
