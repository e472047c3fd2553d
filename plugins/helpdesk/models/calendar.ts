import { column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import type { Week } from '#core/admin'
import { json, keepWhole, VersionedModel } from '#core/platform'
import { CalendarDay } from '#plugins/helpdesk/models/calendar_day'

/** When a team works: docs/domain/business-time.md. */
export class Calendar extends VersionedModel {
  static override table = 'helpdesk_calendars'

  @column()
  declare name: string

  @column()
  declare zone: string

  @json()
  declare hours: Week

  @hasMany(() => CalendarDay)
  declare days: HasMany<typeof CalendarDay>
}

keepWhole(Calendar)
