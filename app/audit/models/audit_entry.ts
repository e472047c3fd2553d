import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'
import type { Actor } from '#core/platform'
import type { Changes } from '#app/audit/domain/recorded_changes'

/** One line of the trail: who did what to which object, and when. Never changed; deleted after its time alone. */
export class AuditEntry extends BaseModel {
  static override table = 'audit_entries'

  @column({ isPrimary: true })
  declare id: number

  @instant()
  declare at: number

  @column()
  declare actorKind: Actor['kind']

  @column()
  declare actorId: number | null

  @column()
  declare onBehalfOfKind: Actor['kind'] | null

  @column()
  declare onBehalfOfId: number | null

  /** What happened, e.g. `booking.cancelled`. */
  @column()
  declare action: string

  /** Kind of the object, e.g. `booking.appointment`. */
  @column()
  declare object: string

  @column()
  declare objectId: string

  /** Names of the changed columns, personal ones too. */
  @json()
  declare fields: string[]

  /** Before and after, for columns that are not personal. */
  @json()
  declare changes: Changes
}
