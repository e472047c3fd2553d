import { beforeCreate, column } from '@adonisjs/lucid/orm'
import { flag, VersionedModel } from '#core/platform'

/** Local days on which a location or resource is closed or has other hours. */
export class OpeningException extends VersionedModel {
  static override table = 'scheduling_opening_exceptions'

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

  @beforeCreate()
  static fillDefaults(openingException: OpeningException) {
    openingException.closed ??= true
    openingException.internalSeats ??= 0
  }
}
