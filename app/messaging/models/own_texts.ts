import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant, json } from '#core/platform'
import type { Locale } from '#core/organisation'

/** The operator's wording of one mail in one language: lang key → ICU message. */
export class OwnTexts extends BaseModel {
  static override table = 'messaging_own_texts'

  @column({ isPrimary: true })
  declare id: number

  /** Id of the mail, e.g. `booking.ticket`. */
  @column()
  declare template: string

  @column()
  declare locale: Locale

  @json()
  declare texts: Readonly<Record<string, string>>

  @column()
  declare version: number

  @instant()
  declare updatedAt: number
}
