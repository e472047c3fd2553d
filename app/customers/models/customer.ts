import { beforeCreate, beforeSave, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { clock, randomId, VersionedModel } from '#core/platform'
import { phoneTail, searchText } from '#app/customers/domain/fold'

/** The person served, with or without a login of their own. */
export class Customer extends VersionedModel {
  static override table = 'customers_customers'

  @column()
  declare publicId: string

  /** The account of this person; most people who book have none. */
  @column()
  declare userId: number | null

  @column()
  declare firstName: string

  @column()
  declare lastName: string

  @column()
  declare email: string | null

  @column()
  declare phone: string | null

  @column()
  declare locale: Locale

  /** Folded names, address and digits; written here alone. */
  @column({ serializeAs: null })
  declare search: string

  /** The end of the phone number; written here alone. */
  @column({ serializeAs: null })
  declare phoneTail: string | null

  get name(): string {
    return `${this.firstName} ${this.lastName}`.trim()
  }

  @beforeCreate()
  static identify(customer: Customer) {
    customer.publicId ??= randomId()
  }

  @beforeSave()
  static makeSearchable(customer: Customer) {
    const { firstName, lastName, email = null, phone = null } = customer
    customer.search = searchText({ firstName, lastName, email, phone })
    customer.phoneTail = phoneTail(phone)
    customer.updatedAt = clock.now()
  }
}
