import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

/** The order that was made of a cart of this account; null while the cart is still open. */
export async function orderOfCart(userId: number, cart: string): Promise<string | null> {
  const sql = `select o.public_id from shop_quotes_orders o
    join shop_quotes_carts c on c.id = o.cart_id and c.user_id = ? where c.public_id = ?`
  const [found] = await rows<{ public_id: string }>(db.connection(), sql, [userId, cart])
  return found?.public_id ?? null
}
