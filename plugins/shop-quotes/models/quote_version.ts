import { beforeCreate, column, hasMany } from '@adonisjs/lucid/orm'
import type { HasMany } from '@adonisjs/lucid/types/relations'
import { amount, instant, json, randomId, VersionedModel } from '#core/platform'
import type { Totals } from '#plugins/shop-quotes/domain/totals'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'

/** One offer within a quote: a draft until it is sent, unchangeable from then on. */
export class QuoteVersion extends VersionedModel {
  static override table = 'shop_quotes_quote_versions'

  @column()
  declare publicId: string

  @column()
  declare quoteId: number

  /** 1, 2, 3 … within the quote. */
  @column()
  declare number: number

  @column()
  declare intro: string | null

  /** Terms of this offer, beside those of the shop. */
  @column()
  declare conditions: string | null

  /** It is good to the end of this day where the organisation is. */
  @column()
  declare lastDay: string

  @column()
  declare currency: string

  @column()
  declare wholeDiscountBp: number

  /** Without optional lines. */
  @json()
  declare totals: Totals

  @amount()
  declare totalMinor: number

  /** SHA-256 of everything that the customer reads; null while it is a draft. */
  @column()
  declare digest: string | null

  @instant()
  declare sentAt: number | null

  @column()
  declare sentById: number | null

  @hasMany(() => QuoteLine)
  declare lines: HasMany<typeof QuoteLine>

  @beforeCreate()
  static fillDefaults(version: QuoteVersion) {
    version.publicId ??= randomId()
    version.wholeDiscountBp ??= 0
  }
}
