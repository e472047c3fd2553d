import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import { clock, flag, instant } from '#core/platform'
import { Location } from '#core/organisation'
import { Resource } from '#app/scheduling/models/resource'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** Local days on which a location or resource is closed or has other hours. */
export class OpeningException extends BaseModel {
  static override table = 'scheduling_opening_exceptions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare locationId: number

  @column()
  declare resourceId: number | null

  @column()
  declare name: string | null

  /** First and last local day, inclusive. */
  @column()
  declare fromDay: string

  @column()
  declare toDay: string

  @flag()
  declare closed: boolean

  @column()
  declare opens: string | null

  @column()
  declare closes: string | null

  @column()
  declare publicSeats: number | null

  @column()
  declare internalSeats: number

  @column()
  declare version: number

  @instant()
  declare createdAt: number

  @instant()
  declare updatedAt: number

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  @belongsTo(() => Resource)
  declare resource: BelongsTo<typeof Resource>

  @beforeCreate()
  static fillDefaults(openingException: OpeningException) {
    openingException.closed ??= true
    openingException.internalSeats ??= 0
    openingException.version ??= 1
    openingException.createdAt ??= clock.now()
    openingException.updatedAt ??= openingException.createdAt
  }
}
