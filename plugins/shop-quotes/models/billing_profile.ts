import { beforeCreate, column } from '@adonisjs/lucid/orm'
import { flag, json, randomId, VersionedModel } from '#core/platform'
import type { Billing } from '#plugins/shop-quotes/domain/billing'

/** S5, S12: to whom papers of an account are made out; orders keep a copy. */
export class BillingProfile extends VersionedModel {
  static override table = 'shop_quotes_billing_profiles'

  @column()
  declare publicId: string

  @column()
  declare userId: number

  /** The one that checkout offers first. */
  @flag()
  declare isDefault: boolean

  @json()
  declare billing: Billing

  @beforeCreate()
  static fillDefaults(profile: BillingProfile) {
    profile.publicId ??= randomId()
    profile.isDefault ??= false
  }
}
