import { audit } from '#core/audit'
import { transaction } from '#core/platform'
import { lockedAddresses } from '#app/customers/actions/locked_addresses'
import type { Address } from '#app/customers/models/address'

/** Removes one of a person's addresses; the oldest that is left takes its place as the default. */
export async function removeAddress({ id, userId }: Address): Promise<void> {
  await transaction(async (trx) => {
    const all = await lockedAddresses(trx, userId)
    const gone = all.find((address) => address.id === id)
    if (!gone) return
    await gone.delete()
    const next = all.find((address) => address !== gone)
    if (gone.isDefault) await next?.merge({ isDefault: true }).save()
    await audit(trx, {
      actor: { kind: 'customer', id: userId },
      action: 'customers.address_removed',
      object: 'customers.address',
      objectId: id,
    })
  })
}
