import { BaseModel, column } from '@adonisjs/lucid/orm'
import { flag, instant } from '#core/platform'

/** An event that takes place: the places it occupies belong to it, the people in it are reservations. */
export class Session extends BaseModel {
  static override table = 'scheduling_sessions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare serviceId: number

  @column()
  declare locationId: number

  @instant()
  declare startsAt: number

  @instant()
  declare endsAt: number

  @column()
  declare capacity: number

  /** Opened on internal seats: only staff may add people. */
  @flag()
  declare internal: boolean

  @flag()
  declare active: boolean

  @column()
  declare version: number
}
