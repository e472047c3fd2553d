import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Hours } from '#core/admin'
import { json } from '#core/platform'
import type { LocalDate } from '#core/scheduling'

/** A day that differs from its weekday: a holiday, or one with hours of its own. */
export class CalendarDay extends BaseModel {
  static override table = 'helpdesk_calendar_days'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare calendarId: number

  @column()
  declare day: LocalDate

  @column()
  declare name: string

  /** None: closed. */
  @json()
  declare hours: Hours[]
}
