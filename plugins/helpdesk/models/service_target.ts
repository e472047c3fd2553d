import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Priority } from '#plugins/helpdesk/domain/priority'

/** What a service level promises tickets of one priority, in minutes of business time. */
export class ServiceTarget extends BaseModel {
  static override table = 'helpdesk_service_targets'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare serviceLevelId: number

  @column()
  declare priority: Priority

  /** Null: nothing is promised. */
  @column()
  declare firstAnswerMinutes: number | null

  @column()
  declare solutionMinutes: number | null
}
