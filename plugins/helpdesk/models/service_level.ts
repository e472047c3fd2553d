import { belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { keepWhole, VersionedModel } from '#core/platform'
import { Calendar } from '#plugins/helpdesk/models/calendar'
import { ServiceTarget } from '#plugins/helpdesk/models/service_target'

/** How soon is promised, by priority, in the hours of a calendar. */
export class ServiceLevel extends VersionedModel {
  static override table = 'helpdesk_service_levels'

  @column()
  declare name: string

  @column()
  declare calendarId: number

  @belongsTo(() => Calendar)
  declare calendar: BelongsTo<typeof Calendar>

  @hasMany(() => ServiceTarget)
  declare targets: HasMany<typeof ServiceTarget>
}

keepWhole(ServiceLevel)
