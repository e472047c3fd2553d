import { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'
import { Refund } from '#plugins/shop-quotes/models/refund'

/** What was paid and paid back for an order, and the papers about it. */
export async function moneyOf({ id: orderId }: Order) {
  return {
    payments: await Payment.query().where({ orderId }).orderBy('id'),
    refunds: await Refund.query().where({ orderId }).orderBy('id'),
    documents: await Document.query().where({ orderId }).orderBy('id'),
  }
}
