import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { Translated } from '#core/organisation'
import { flag, json, VersionedModel } from '#core/platform'
import type { Decisions } from '#app/accounts/domain/roles'
import { User } from '#app/accounts/models/user'

/** A role of staff: what people who have it may do, by what was decided for it. */
export class StaffRole extends VersionedModel {
  static override table = 'accounts_roles'

  /** Stable word in the accounts of people and in the trail; never changed. */
  @column()
  declare key: string

  @json()
  declare name: Translated

  @json()
  declare permissions: Decisions

  /** People with this role sign in with a second factor. */
  @flag()
  declare requiresTwoFactor: boolean

  /** Who has it, shut accounts too. */
  @hasMany(() => User, {
    localKey: 'key',
    foreignKey: 'role',
    onQuery: (query) => void query.where('kind', 'staff').orderBy('lastName'),
  })
  declare people: HasMany<typeof User>
}
