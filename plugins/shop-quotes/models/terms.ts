import { BaseModel, column } from '@adonisjs/lucid/orm'
import type { Locale } from '#core/organisation'
import { instant } from '#core/platform'

/** Terms as somebody agreed to them; a wording is kept once and never changed. */
export class Terms extends BaseModel {
  static override table = 'shop_quotes_terms'

  @column({ isPrimary: true })
  declare id: number

  /** SHA-256 of language and text. */
  @column()
  declare digest: string

  @column()
  declare locale: Locale

  @column()
  declare text: string

  @instant()
  declare createdAt: number
}
