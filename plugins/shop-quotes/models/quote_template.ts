import { column } from '@adonisjs/lucid/orm'
import type { Translated } from '#core/organisation'
import { flag, json, VersionedModel } from '#core/platform'
import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'

/** A line that is offered often. */
export type TemplateLine = {
  description: Translated
  quantity: number
  priceMinor: number
  basis: Basis
  taxClass: TaxClass
  optional: boolean
}

/** What staff offer or write often. */
export class QuoteTemplate extends VersionedModel {
  static override table = 'shop_quotes_quote_templates'

  /** Only staff read it. */
  @column()
  declare name: string

  @json()
  declare intro: Translated | null

  @json()
  declare conditions: Translated | null

  /** Words for the page on which staff write to a customer. */
  @json()
  declare reply: Translated | null

  @json()
  declare lines: TemplateLine[]

  @column()
  declare position: number

  @flag()
  declare active: boolean
}
