import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'

/** Which numbers were missing when somebody last looked; empty is well. */
export class NumberCheck extends BaseModel {
  static override table = 'shop_quotes_number_checks'

  @column({ isPrimary: true })
  declare id: number

  @instant()
  declare checkedAt: number

  /** `R-2026-00042`, or the first and last of several in a row. */
  @json()
  declare missing: string[]
}
