import { audit } from '#core/audit'
import { transaction } from '#core/platform'
import { lockedAddresses } from '#app/customers/actions/locked_addresses'
import type { Address } from '#app/customers/models/address'

/** Makes one of a person's addresses the default, unless it has gone in the meantime. */
export async function chooseDefaultAddress({ id, userId }: Address): Promise<void> {
  await transaction(async (trx) => {
    const all = await lockedAddresses(trx, userId)
    const chosen = all.find((address) => address.id === id)
    if (!chosen || chosen.isDefault) return
    // First the earlier one: the database never holds two.
    const earlier = all.find(({ isDefault }) => isDefault)
    await earlier?.merge({ isDefault: false }).save()
    await chosen.merge({ isDefault: true }).save()
    await audit(trx, {
      actor: { kind: 'customer', id: userId },
      action: 'customers.default_address_chosen',
      object: 'customers.address',
      objectId: id,
    })
  })
}
