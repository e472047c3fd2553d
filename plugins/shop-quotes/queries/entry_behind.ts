import db from '@adonisjs/lucid/services/db'
import { Customer } from '#core/customers'
import { rows } from '#core/platform'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'

type Behind = { deed: Deed; locationId: number | null; userId: number | null }
type Row = { deed: Deed; location_id: number | null; user_id: number | null }

const BEHIND = `
  select e.deed, coalesce(o.location_id, q.location_id) as location_id, c.user_id
  from shop_quotes_entries e
  left join shop_quotes_orders o on o.id = e.order_id
  left join shop_quotes_quotes q on q.id = e.quote_id
  join ${Customer.table} c on c.id = coalesce(o.customer_id, q.customer_id)
  where e.id = ?`

/** Whose order or quote an entry is about, and which location's; null for one that is no more. */
export async function entryBehind(entryId: number): Promise<Behind | null> {
  const [found] = await rows<Row>(db.connection(), BEHIND, [entryId])
  if (!found) return null
  return { deed: found.deed, locationId: found.location_id, userId: found.user_id }
}
