import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { amount, json, randomId, VersionedModel } from '#core/platform'
import { Order } from '#plugins/shop-quotes/models/order'

/** A consumer's word that they withdraw, as it was received. */
export class Withdrawal extends VersionedModel {
  static override table = 'shop_quotes_withdrawals'

  @column()
  declare publicId: string

  @column()
  declare orderId: number

  @column()
  declare name: string

  /** Where the receipt went. */
  @column()
  declare email: string

  /** Lines of the order that it is about. */
  @json()
  declare lineIds: number[]

  /** What these lines cost. */
  @amount()
  declare grossMinor: number

  /** How much of what had begun was done by then, as staff say. */
  @column()
  declare performedBp: number

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @beforeCreate()
  static fillDefaults(withdrawal: Withdrawal) {
    withdrawal.publicId ??= randomId()
    withdrawal.performedBp ??= 0
  }
}
