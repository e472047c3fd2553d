import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { marks, recordsFrom, rows } from '#core/platform'
import { OPEN_ATTEMPTS } from '#plugins/shop-quotes/domain/payment_states'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** An order of this account; a foreign one is not there. */
export async function ownOrder(userId: number, publicId: string): Promise<Order | null> {
  const sql = `
    select ${Order.table}.* from ${Order.table}
    join ${Customer.table} on ${Customer.table}.id = ${Order.table}.customer_id
      and ${Customer.table}.user_id = ?
    where ${Order.table}.public_id = ?`
  const found = await rows<Record<string, unknown>>(db.connection(), sql, [userId, publicId])
  return recordsFrom(Order, found)[0] ?? null
}

/** The try to pay an order that is open, if one is. */
export async function openPaymentOf(orderId: number): Promise<Payment | null> {
  const sql = `select * from ${Payment.table} where order_id = ? and state in (${marks(OPEN_ATTEMPTS)})`
  const found = await rows<Record<string, unknown>>(db.connection(), sql, [
    orderId,
    ...OPEN_ATTEMPTS,
  ])
  return recordsFrom(Payment, found)[0] ?? null
}
