import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Translated } from '#core/organisation'
import { amount, json, randomId } from '#core/platform'
import type { WithdrawalClass } from '#plugins/shop-quotes/domain/catalogue'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'

/** One service of an order, as it was called and priced when the order was placed. */
export class OrderLine extends BaseModel {
  static override table = 'shop_quotes_order_lines'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare orderId: number

  @column()
  declare position: number

  @column()
  declare serviceId: number | null

  @json()
  declare name: Translated

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

  /** After discounts, in its basis. */
  @amount()
  declare amountMinor: number

  /** Its shares of the net and the VAT of its rate: `lineShares`. */
  @amount()
  declare netMinor: number

  @amount()
  declare taxMinor: number

  @column()
  declare filledFormId: number | null

  @column()
  declare withdrawalClass: WithdrawalClass

  @column()
  declare bookableServiceId: number | null

  /** The appointment that was booked for it. */
  @column()
  declare reservationId: number | null

  @belongsTo(() => FilledForm)
  declare filledForm: BelongsTo<typeof FilledForm>

  @beforeCreate()
  static fillDefaults(line: OrderLine) {
    line.publicId ??= randomId()
    line.discountBp ??= 0
  }
}
