import { rows, type Client } from '#core/platform'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'

type Sum = number | string | null
type Sums = { asked: Sum; of_payment: Sum; by_hand: Sum; paid_by_hand: Sum }

/**
 * What of an order is on its way back, and what of one of its payments is or has been; `knownMinor`
 * with what staff wrote down for it, which is what they paid back beyond what had come by hand.
 */
export async function refundedAtProvider(
  client: Client,
  { orderId, paymentId }: { orderId: number; paymentId: number }
): Promise<{ asked: number; ofPayment: number; knownMinor: number }> {
  const sql = `
    select sum(case when state = 'asked' then amount_minor else 0 end) as asked,
      sum(case when payment_id = ? then amount_minor else 0 end) as of_payment,
      sum(case when payment_id is null then amount_minor else 0 end) as by_hand,
      (select sum(amount_minor) from ${Payment.table}
       where order_id = ? and state = 'settled' and method <> 'stripe') as paid_by_hand
    from ${Refund.table} where order_id = ? and state <> 'failed'`
  const [sums] = await rows<Sums>(client, sql, [paymentId, orderId, orderId])
  const ofPayment = Number(sums.of_payment ?? 0)
  const further = Number(sums.by_hand ?? 0) - Number(sums.paid_by_hand ?? 0)
  return {
    ...{ asked: Number(sums.asked ?? 0), ofPayment },
    knownMinor: ofPayment + Math.max(0, further),
  }
}
