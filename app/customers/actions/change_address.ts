import { audit } from '#core/audit'
import { transaction, type Result } from '#core/platform'
import type { AddressValues } from '#app/customers/actions/add_address'
import { Address } from '#app/customers/models/address'

type Change = { userId: number; id: number; seenVersion: number; values: AddressValues }
type Refusal = 'gone' | 'changed_meanwhile'

/** Changes an address that is still as the person saw it when they began to type. */
export async function changeAddress({
  userId,
  id,
  seenVersion,
  values,
}: Change): Promise<Result<object, Refusal>> {
  return transaction(async (trx) => {
    const address = await Address.query({ client: trx }).where({ userId, id }).forUpdate().first()
    if (!address) return { ok: false, reason: 'gone' }
    if (address.version !== seenVersion) return { ok: false, reason: 'changed_meanwhile' }
    const before = { ...address.$attributes }
    await address.merge({ ...values, version: seenVersion + 1 }).save()
    await audit(trx, {
      actor: { kind: 'customer', id: userId },
      action: 'customers.address_changed',
      object: 'customers.address',
      objectId: id,
      table: Address.table,
      changes: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, [before[name], value]])
      ),
    })
    return { ok: true }
  })
}
