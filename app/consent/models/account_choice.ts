import { BaseModel, column } from '@adonisjs/lucid/orm'
import { instant } from '#core/platform'

/** A choice that somebody made while they were signed in; never changed afterwards. */
export class AccountChoice extends BaseModel {
  static override table = 'consent_account_choices'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare userId: number

  /** As the cookie of that browser holds it. */
  @column()
  declare proof: string

  /** Of the text that they read, and in which language. */
  @column()
  declare version: number

  @column()
  declare locale: string

  /** Letters of the purposes, `sf`. */
  @column()
  declare asked: string

  @column()
  declare agreed: string

  @instant()
  declare at: number
}
