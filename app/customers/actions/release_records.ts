import { audit } from '#core/audit'
import { clock, rows, type Actor, type Trx } from '#core/platform'

/**
 * The records of an account that ends stay, and are nobody's account any more; the postal
 * addresses that the person kept there go.
 */
export async function releaseRecords(
  trx: Trx,
  { userId, actor }: { userId: number; actor: Actor }
): Promise<void> {
  await trx.from('customers_addresses').where('user_id', userId).delete()
  const released = await rows<{ id: number }>(
    trx,
    `update customers_customers set user_id = null, updated_at = ?, version = version + 1
     where user_id = ? returning id`,
    [clock.now(), userId]
  )
  for (const { id } of released) {
    const object = { object: 'customers.customer', objectId: id }
    await audit(trx, { actor, action: 'customers.released', ...object })
  }
}
