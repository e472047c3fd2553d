import { BaseModel, beforeCreate, column } from '@adonisjs/lucid/orm'
import { amount, flag, randomId } from '#core/platform'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { Basis } from '#plugins/shop-quotes/domain/amounts'

/** One line of an offer, in the language of the customer. */
export class QuoteLine extends BaseModel {
  static override table = 'shop_quotes_quote_lines'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare quoteVersionId: number

  @column()
  declare position: number

  /** Null: something that is not in the catalogue. */
  @column()
  declare serviceId: number | null

  /** What was requested, where the line answers it. */
  @column()
  declare wishId: number | null

  @column()
  declare description: string

  /** A decimal, `1.5`. */
  @column()
  declare quantity: string

  @amount()
  declare unitPriceMinor: number

  @column()
  declare basis: Basis

  @column()
  declare discountBp: number

  @column()
  declare taxClass: TaxClass

  @column()
  declare rateBp: number

  /** Rule by which nothing is due, as papers print it. */
  @column()
  declare exemption: string | null

  /** The customer chooses whether it belongs to the order. */
  @flag()
  declare optional: boolean

  /** After discounts, in its basis. */
  @amount()
  declare amountMinor: number

  @beforeCreate()
  static fillDefaults(line: QuoteLine) {
    line.publicId ??= randomId()
    line.discountBp ??= 0
    line.optional ??= false
  }
}
