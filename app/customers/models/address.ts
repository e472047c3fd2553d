import { beforeCreate, beforeSave, column } from '@adonisjs/lucid/orm'
import { clock, flag, randomId, VersionedModel } from '#core/platform'
import type { AddressLines } from '#app/customers/domain/address_lines'

/** A postal address of somebody with an account. */
export class Address extends VersionedModel implements AddressLines {
  static override table = 'customers_addresses'

  @column()
  declare publicId: string

  @column()
  declare userId: number

  /** What the person calls it: "Home", "Office". */
  @column()
  declare label: string | null

  @column()
  declare recipient: string

  @column()
  declare street: string

  @column()
  declare addition: string | null

  @column()
  declare postalCode: string

  @column()
  declare city: string

  /** ISO 3166-1, two letters. */
  @column()
  declare country: string

  /** True for exactly one of a person's addresses. */
  @flag()
  declare isDefault: boolean

  @beforeCreate()
  static identify(address: Address) {
    address.publicId ??= randomId()
  }

  @beforeSave()
  static touch(address: Address) {
    address.updatedAt = clock.now()
  }
}
