import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

export type FormBehind = {
  /** Whose account it is; null of a visitor or a customer without a login. */
  userId: number | null
  /** Order or quote that it belongs to; null while it lies in a cart. */
  sentTo: { locationId: number | null } | null
}

type Row = { user_id: number | null; location_id: number | null; kind: string }

const FOUND = `
  select c.user_id, o.location_id, 'sent' as kind from shop_quotes_order_lines l
  join shop_quotes_orders o on o.id = l.order_id
  join customers_customers c on c.id = o.customer_id where l.filled_form_id = ?
  union all
  select c.user_id, q.location_id, 'sent' from shop_quotes_wishes w
  join shop_quotes_quotes q on q.id = w.quote_id
  join customers_customers c on c.id = q.customer_id where w.filled_form_id = ?
  union all
  select t.user_id, null, 'cart' from shop_quotes_cart_lines l
  join shop_quotes_carts t on t.id = l.cart_id and t.state = 'open' where l.filled_form_id = ?`

/** To what answers and their files belong: an order or a quote before the cart it came from. */
export async function formBehind(filledFormId: number): Promise<FormBehind | null> {
  const ids = [filledFormId, filledFormId, filledFormId]
  const found = await rows<Row>(db.connection(), FOUND, ids)
  const row = found.find(({ kind }) => kind === 'sent') ?? found[0]
  if (!row) return null
  const sentTo = row.kind === 'sent' ? { locationId: row.location_id } : null
  return { userId: row.user_id, sentTo }
}
