import type { Trx } from '#core/platform'
import { Address } from '#app/customers/models/address'

/**
 * A person's addresses, with the account locked first: one default among them, and not too many,
 * also when two windows save at once.
 */
export async function lockedAddresses(trx: Trx, userId: number): Promise<Address[]> {
  await trx.from('accounts_users').where('id', userId).forUpdate().select('id')
  return Address.query({ client: trx }).where({ userId }).orderBy('id')
}
