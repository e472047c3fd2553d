import { audit } from '#core/audit'
import { clock, marks, registry, rows, type Actor, type Trx } from '#core/platform'

type Owner = {
  userId: number
  /** Normalised address, proven to be the person's own mailbox. */
  email: string
  actor: Actor
}

/**
 * What was done for a guest under an address joins the account of whoever proved that the
 * mailbox is theirs. Health records do not: a shared family mailbox must not open them, so
 * they join by a link that staff or the record's own mail gives.
 *
 * @returns ids of the records that joined
 */
export async function joinRecords(trx: Trx, { userId, email, actor }: Owner): Promise<number[]> {
  const { where, owners } = withoutHealthRecords()
  const joined = await rows<{ id: number }>(
    trx,
    `update customers_customers set user_id = ?, updated_at = ?, version = version + 1
     where email = ? and user_id is null${where} returning id`,
    [userId, clock.now(), email, ...owners]
  )
  for (const { id } of joined) {
    const object = { object: 'customers.customer', objectId: id }
    await audit(trx, { actor, action: 'customers.joined', ...object })
  }
  return joined.map(({ id }) => id)
}

/** The part of a condition that leaves out customers with health records, and its bindings. */
export function withoutHealthRecords(): { where: string; owners: string[] } {
  const owners = registry.plugins.flatMap(({ id, healthRecords }) => (healthRecords ? [id] : []))
  if (owners.length === 0) return { where: '', owners }
  const where = ` and not exists (select 1 from scheduling_reservations
    where customer_id = customers_customers.id and owner in (${marks(owners)}))`
  return { where, owners }
}
