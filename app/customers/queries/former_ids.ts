import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

/** The record that one was joined into, as far as the database still knows it. */
export async function successorOf(formerId: number): Promise<number | null> {
  const [found] = await rows<{ customer_id: number }>(
    db.connection(),
    'select customer_id from customers_former_ids where former_id = ?',
    [formerId]
  )
  return found?.customer_id ?? null
}

/** Ids of records that were joined into this one. */
export async function formerIds(customerId: number): Promise<number[]> {
  const found = await rows<{ former_id: number }>(
    db.connection(),
    'select former_id from customers_former_ids where customer_id = ?',
    [customerId]
  )
  return found.map(({ former_id: id }) => id)
}
