import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'
import type { Deed } from '#plugins/helpdesk/domain/deeds'

/** What a file hangs on, and whose ticket it is; `userId` is null of a customer without a login. */
export async function entryBehind(
  entryId: number
): Promise<{ deed: Deed; userId: number | null } | null> {
  const sql = `select e.deed, c.user_id as "userId" from helpdesk_entries e
    join helpdesk_tickets t on t.id = e.ticket_id
    join customers_customers c on c.id = t.customer_id where e.id = ?`
  const [found] = await rows<{ deed: Deed; userId: number | null }>(db.connection(), sql, [entryId])
  return found ?? null
}
