import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'
import type { IntakeTree } from '#plugins/helpdesk/domain/intake'

/** The guided menu as it was published once; never changed, a ticket keeps the one it came by. */
export class IntakeVersion extends BaseModel {
  static override table = 'helpdesk_intake_versions'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare number: number

  @json()
  declare tree: IntakeTree

  @column()
  declare publishedById: number | null

  @instant()
  declare createdAt: number
}
