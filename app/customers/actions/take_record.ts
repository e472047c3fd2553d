import { audit } from '#core/audit'
import { clock, hashToken, transaction, type Result } from '#core/platform'
import { Customer } from '#app/customers/models/customer'
import { recordOfLink } from '#app/customers/queries/record_of_link'

export type RecordRefusal = 'link_invalid' | 'someone_elses'

/**
 * Takes the record of a link into the account of whoever is signed in; accounts exist only with a
 * proven mailbox. What belongs to somebody's account already stays there.
 */
export async function takeRecord(
  userId: number,
  token: string
): Promise<Result<object, RecordRefusal>> {
  return transaction(async (trx) => {
    const found = await recordOfLink(token, trx)
    if (!found) return { ok: false, reason: 'link_invalid' }
    const record = await Customer.query({ client: trx }).where('id', found.id).forUpdate().first()
    if (!record) return { ok: false, reason: 'link_invalid' }
    if (record.userId !== null && record.userId !== userId) {
      return { ok: false, reason: 'someone_elses' }
    }
    const used = await trx
      .from('customers_record_links')
      .where('hash', hashToken(token))
      .whereNull('used_at')
      .update({ used_at: clock.now() })
    if (Number(used) !== 1) return { ok: false, reason: 'link_invalid' }
    await record.merge({ userId, version: record.version + 1 }).save()
    await audit(trx, {
      actor: { kind: 'customer', id: userId },
      action: 'customers.taken_by_link',
      object: 'customers.customer',
      objectId: record.id,
    })
    return { ok: true }
  })
}
