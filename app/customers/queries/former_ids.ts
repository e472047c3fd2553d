import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

/** Ids of records that were joined into this one. */
export async function formerIds(customerId: number): Promise<number[]> {
  const found = await rows<{ former_id: number }>(
    db.connection(),
    'select former_id from customers_former_ids where customer_id = ?',
    [customerId]
  )
  return found.map(({ former_id: id }) => id)
}
