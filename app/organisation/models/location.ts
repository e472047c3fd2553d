import { BaseModel, beforeCreate, column, scope } from '@adonisjs/lucid/orm'
import { clock, flag, instant, randomId } from '#core/platform'

/** A place where people are served, with an address and a clock of its own. */
export class Location extends BaseModel {
  static override table = 'organisation_locations'

  @column({ isPrimary: true })
  declare id: number

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

  @column()
  declare version: number

  @instant()
  declare createdAt: number

  @instant()
  declare updatedAt: number

  static offered = scope((query) => {
    void query.where('active', true).orderBy('name')
  })

  @beforeCreate()
  static fillDefaults(location: Location) {
    location.publicId ??= randomId()
    location.active ??= true
    location.version ??= 1
    location.createdAt ??= clock.now()
    location.updatedAt ??= location.createdAt
  }
}
