import db from '@adonisjs/lucid/services/db'
import { clock, hashToken, type Client } from '#core/platform'
import { Customer } from '#app/customers/models/customer'

/** The record for which a link is valid now; null for a wrong, used or expired one. */
export async function recordOfLink(
  token: string,
  client: Client = db.connection()
): Promise<Customer | null> {
  const row = await client
    .from('customers_record_links')
    .where('hash', hashToken(token))
    .whereNull('used_at')
    .where('expires_at', '>', clock.now())
    .first()
  return row ? Customer.query({ client }).where('id', row.customer_id).first() : null
}
