import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import { clock, instant, json } from '#core/platform'
import { Location } from '#core/organisation'
import { Resource } from '#app/scheduling/models/resource'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'

/** When a location, or one resource of it, is open: docs/domain/availability.md. */
export class OpeningRule extends BaseModel {
  static override table = 'scheduling_opening_rules'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare locationId: number

  /** Null: every resource of the location that has no rules of its own. */
  @column()
  declare resourceId: number | null

  /** 1 = Monday … 7 = Sunday. */
  @json()
  declare weekdays: number[]

  /** Local time, `09:00`. */
  @column()
  declare opens: string

  /** Local time, at most `24:00`. */
  @column()
  declare closes: string

  /** First and last local day, `2026-11-23`. */
  @column()
  declare validFrom: string | null

  @column()
  declare validTo: string | null

  /** Seats that customers may use; null is all units. */
  @column()
  declare publicSeats: number | null

  /** Seats beyond them for staff alone. */
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
  static fillDefaults(openingRule: OpeningRule) {
    openingRule.internalSeats ??= 0
    openingRule.version ??= 1
    openingRule.createdAt ??= clock.now()
    openingRule.updatedAt ??= openingRule.createdAt
  }
}
