import { beforeCreate, column, scope } from '@adonisjs/lucid/orm'
import { flag, keepWhole, randomId, VersionedModel } from '#core/platform'

/** A place where people are served, with an address and a clock of its own. */
export class Location extends VersionedModel {
  static override table = 'organisation_locations'

  @column()
  declare publicId: string

  /** Stable word in links, e.g. `/booking?location=stuttgart`. */
  @column()
  declare slug: string

  @column()
  declare name: string

  @column()
  declare address: string | null

  /** IANA name, e.g. `Europe/Rome`; every wall time of the place is in it. */
  @column()
  declare zone: string

  @column()
  declare phone: string | null

  @column()
  declare email: string | null

  /** An inactive place is no longer offered; its past stays readable. */
  @flag()
  declare active: boolean

  static offered = scope((query) => {
    void query.where('active', true).orderBy('name')
  })

  @beforeCreate()
  static fillDefaults(location: Location) {
    location.publicId ??= randomId()
    location.active ??= true
  }
}

keepWhole(Location)
