import { Address } from '#app/customers/models/address'

/** A person's addresses, the default first. */
export async function addressesOf(userId: number): Promise<Address[]> {
  return Address.query().where({ userId }).orderBy('is_default', 'desc').orderBy('id')
}

/** One of a person's own addresses; any other is not found. */
export async function addressOf(userId: number, publicId: string): Promise<Address> {
  return Address.query().where({ userId, publicId }).firstOrFail()
}
