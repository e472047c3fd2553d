import { beforeCreate, beforeSave, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { clock, flag, instant, randomId, VersionedModel } from '#core/platform'
import { normalEmail } from '#app/accounts/domain/email_address'
import type { Density, Theme } from '#app/accounts/domain/looks'
import type { Kind } from '#app/accounts/domain/session_life'

/** A person who can sign in: staff of the organisation, or a customer with an account. */
export class User extends VersionedModel {
  static override table = 'accounts_users'

  @column()
  declare publicId: string

  @column()
  declare kind: Kind

  /** Key of the role, staff only; a staff user without one may sign in and do nothing. */
  @column()
  declare role: string | null

  @column()
  declare email: string

  /** argon2id hash; null until the person has chosen one through the mailed link. */
  @column({ serializeAs: null })
  declare password: string | null

  @column()
  declare firstName: string

  @column()
  declare lastName: string

  @column()
  declare locale: Locale

  @column()
  declare theme: Theme

  @column()
  declare density: Density

  /** Whether letters alone do something in the panel. */
  @flag()
  declare singleKeys: boolean

  /** Whose customs dates and numbers follow; those of the language when null. */
  @column()
  declare formatLocale: Locale | null

  @instant()
  declare disabledAt: number | null

  /** Since when a code is asked for besides the password. */
  @instant()
  declare twoFactorAt: number | null

  /** Invented for a demonstration, so no second factor is asked of it. */
  @flag()
  declare isDemo: boolean

  get name(): string {
    return `${this.firstName} ${this.lastName}`.trim()
  }

  get isStaff(): boolean {
    return this.kind === 'staff'
  }

  /** One account an address, so one address has one form. */
  @beforeSave()
  static normalise(user: User) {
    if (user.$dirty.email) user.email = normalEmail(user.email)
    user.updatedAt = clock.now()
  }

  @beforeCreate()
  static identify(user: User) {
    user.publicId ??= randomId()
  }
}
