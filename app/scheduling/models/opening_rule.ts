import { beforeCreate, column } from '@adonisjs/lucid/orm'
import { json, VersionedModel } from '#core/platform'

/** When a location, or one resource of it, is open: docs/domain/availability.md. */
export class OpeningRule extends VersionedModel {
  static override table = 'scheduling_opening_rules'

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

  @beforeCreate()
  static fillDefaults(openingRule: OpeningRule) {
    openingRule.internalSeats ??= 0
  }
}
