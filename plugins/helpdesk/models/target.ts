import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'
import type { TargetKind } from '#plugins/helpdesk/domain/targets'

/** What was promised for a ticket, in business time. */
export class Target extends BaseModel {
  static override table = 'helpdesk_targets'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare ticketId: number

  @column()
  declare kind: TargetKind

  @column()
  declare minutes: number

  /** Null while the customer has the turn. */
  @instant()
  declare dueAt: number | null

  /** What is left while the customer has the turn; below 0 it was missed before. */
  @column()
  declare leftSeconds: number | null

  /** When the team is warned, a quarter of the time before it is due. */
  @instant()
  declare warnAt: number | null

  /** When the team was warned, and its leads were told that it was missed. */
  @instant()
  declare warnedAt: number | null

  @instant()
  declare missedAt: number | null

  @instant()
  declare metAt: number | null

  /** Of one that was met too late; null in time. */
  @column()
  declare lateSeconds: number | null
}
