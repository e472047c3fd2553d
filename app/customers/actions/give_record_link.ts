import { audit } from '#core/audit'
import { clock, secretToken, type Actor, type Trx } from '#core/platform'

const LINK_DAYS = 14

/**
 * Makes a link by which a signed-in customer takes this record into their account, also one of a
 * plugin with `healthRecords`, which never joins by the address. It works once and for 14 days.
 * Mail it where the record's own mails go, and never show it to anybody else:
 *
 *     const token = await giveRecordLink(trx, { customerId, actor })
 *     mailUrl('customers.record_links.edit', { token })
 */
export async function giveRecordLink(
  trx: Trx,
  { customerId, actor }: { customerId: number; actor: Actor }
): Promise<string> {
  const { plain, hash } = secretToken()
  const now = clock.now()
  await trx.from('customers_record_links').where('expires_at', '<=', now).delete()
  await trx
    .insertQuery()
    .table('customers_record_links')
    .insert({
      customer_id: customerId,
      hash,
      created_at: now,
      expires_at: now + LINK_DAYS * 24 * 3_600_000,
    })
  const object = { object: 'customers.customer', objectId: customerId }
  await audit(trx, { actor, action: 'customers.link_given', ...object })
  return plain
}
