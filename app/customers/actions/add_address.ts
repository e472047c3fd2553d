import { audit } from '#core/audit'
import { transaction, type Result } from '#core/platform'
import { onceOnly } from '#core/web'
import { lockedAddresses } from '#app/customers/actions/locked_addresses'
import { MOST_ADDRESSES, type AddressLines } from '#app/customers/domain/address_lines'
import { Address } from '#app/customers/models/address'

export type AddressValues = AddressLines & { label: string | null }

type New = { userId: number; values: AddressValues; formKey: string }

/** A further address of a person; their first one is the default. */
export async function addAddress({
  userId,
  values,
  formKey,
}: New): Promise<Result<object, 'too_many'>> {
  return transaction((trx) =>
    onceOnly(trx, `customers.address:${userId}`, formKey, async () => {
      const known = await lockedAddresses(trx, userId)
      if (known.length >= MOST_ADDRESSES) return { ok: false, reason: 'too_many' } as const
      const row = { ...values, userId, isDefault: known.length === 0 }
      const { id } = await Address.create(row, { client: trx })
      await audit(trx, {
        actor: { kind: 'customer', id: userId },
        action: 'customers.address_added',
        object: 'customers.address',
        objectId: id,
      })
      return { ok: true } as const
    })
  )
}
