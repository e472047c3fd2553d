import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { amount, instant, randomId, VersionedModel } from '#core/platform'
import { Order } from '#plugins/shop-quotes/models/order'
import { Payment } from '#plugins/shop-quotes/models/payment'

/** Money that came to the account, as the bank tells it; each line is kept once. */
export class BankLine extends VersionedModel {
  static override table = 'shop_quotes_bank_lines'

  @column()
  declare publicId: string

  /** Of day, amount, currency, payer and text, and of the how manieth such line it is. */
  @column({ serializeAs: null })
  declare digest: string

  /** Local day of the bank. */
  @column()
  declare day: string

  @amount()
  declare amountMinor: number

  @column()
  declare currency: string

  /** Who paid, as the bank names them. */
  @column()
  declare payer: string | null

  /** What they wrote to it. */
  @column()
  declare purpose: string

  /** Null: nobody knows yet for what it is. */
  @column()
  declare orderId: number | null

  @column()
  declare paymentId: number | null

  @instant()
  declare matchedAt: number | null

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @belongsTo(() => Payment)
  declare payment: BelongsTo<typeof Payment>

  @beforeCreate()
  static fillDefaults(line: BankLine) {
    line.publicId ??= randomId()
    line.orderId ??= null
    line.matchedAt ??= null
  }
}
