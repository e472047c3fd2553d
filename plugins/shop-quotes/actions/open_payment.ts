import type { Trx } from '#core/platform'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** A first or further try to pay what is still open of an order, by its method; null: nothing is. */
export async function openPayment(trx: Trx, order: Order): Promise<Payment | null> {
  const { id: orderId, method, currency, totalMinor, paidMinor, repaidMinor } = order
  const amountMinor = totalMinor - paidMinor + repaidMinor
  if (amountMinor <= 0) return null
  const isOffline = method === 'bank_transfer' || method === 'desk'
  const state = isOffline ? 'awaited' : 'created'
  return Payment.create({ orderId, method, state, amountMinor, currency }, { client: trx })
}
