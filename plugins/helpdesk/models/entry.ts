import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import type { Actor } from '#core/platform'
import { instant, json, randomId } from '#core/platform'
import type { Deed } from '#plugins/helpdesk/domain/deeds'
import type { TicketState } from '#plugins/helpdesk/domain/ticket_states'

/** What was said or done about a ticket; the database refuses to change or remove it. */
export class Entry extends BaseModel {
  static override table = 'helpdesk_entries'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare ticketId: number

  @column()
  declare deed: Deed

  /** Null of the first. */
  @column()
  declare fromState: TicketState | null

  @column()
  declare toState: TicketState

  @column()
  declare text: string | null

  /** What staff changed, before and after: `{ priority: [3, 1] }`. */
  @json()
  declare changes: Record<string, [before: unknown, after: unknown]> | null

  @column()
  declare actorKind: Actor['kind']

  @column()
  declare actorId: number | null

  @instant()
  declare createdAt: number

  @beforeCreate()
  static fillDefaults(entry: Entry) {
    entry.publicId ??= randomId()
    entry.text ??= null
    entry.changes ??= null
  }
}
