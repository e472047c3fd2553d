import type { Trx } from '#core/platform'
import { owed } from '#plugins/shop-quotes/domain/paid'
import { keptOf } from '#plugins/shop-quotes/domain/refund_states'
import type { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** A first or further try to pay what is still open of an order, by its method; null: nothing is. */
export async function openPayment(trx: Trx, order: Order): Promise<Payment | null> {
  const { id: orderId, method, currency } = order
  const amountMinor = owed(order) - keptOf(order)
  if (amountMinor <= 0) return null
  const isOffline = method === 'bank_transfer' || method === 'desk'
  const state = isOffline ? 'awaited' : 'created'
  return Payment.create({ orderId, method, state, amountMinor, currency }, { client: trx })
}
