import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'
import type { Reason } from '#app/audit/domain/chain'

/** What one walk over the chain found. */
export class AuditCheck extends BaseModel {
  static override table = 'audit_checks'

  @column({ isPrimary: true })
  declare id: number

  @instant()
  declare at: number

  /** So many entries read as they were chained. */
  @column()
  declare verified: number

  /** The last link that was right, and its hash: to be noted elsewhere. */
  @column()
  declare position: number

  @column()
  declare hash: string

  /** The first link that was wrong, its entry and what was wrong; null where nothing was. */
  @column()
  declare brokenPosition: number | null

  @column()
  declare brokenEntry: number | null

  @column()
  declare reason: Reason | null

  get isSound(): boolean {
    return this.reason === null
  }
}
