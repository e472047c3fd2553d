import { rows, type Client } from '#core/platform'
import { Refund } from '#plugins/shop-quotes/models/refund'

type Sums = { asked: number | string | null; of_payment: number | string | null }

/** What of an order is on its way back, and what of one of its payments is or has been. */
export async function refundedAtProvider(
  client: Client,
  { orderId, paymentId }: { orderId: number; paymentId: number }
): Promise<{ asked: number; ofPayment: number }> {
  const sql = `
    select sum(case when state = 'asked' then amount_minor else 0 end) as asked,
      sum(case when payment_id = ? then amount_minor else 0 end) as of_payment
    from ${Refund.table} where order_id = ? and state <> 'failed'`
  const [sums] = await rows<Sums>(client, sql, [paymentId, orderId])
  return { asked: Number(sums.asked ?? 0), ofPayment: Number(sums.of_payment ?? 0) }
}
