import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { amount, instant, randomId, VersionedModel } from '#core/platform'
import type { AttemptState, Method } from '#plugins/shop-quotes/domain/payment_states'
import { Order } from '#plugins/shop-quotes/models/order'

/** One try to pay an order, or money that came for it. */
export class Payment extends VersionedModel {
  static override table = 'shop_quotes_payments'

  @column()
  declare publicId: string

  /** Null: nobody knows yet for what it is. */
  @column()
  declare orderId: number | null

  @column()
  declare method: Method

  @column()
  declare state: AttemptState

  @amount()
  declare amountMinor: number

  @column()
  declare currency: string

  /** Its id at the provider, or the line of the bank; one a method. */
  @column()
  declare providerReference: string | null

  /** The page of the provider on which the customer pays. */
  @column({ serializeAs: null })
  declare providerUrl: string | null

  @instant()
  declare settledAt: number | null

  /** Local day on which the money was there. */
  @column()
  declare valueDay: string | null

  @column()
  declare note: string | null

  /** Who of the staff wrote it down. */
  @column()
  declare recordedById: number | null

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @beforeCreate()
  static fillDefaults(payment: Payment) {
    payment.publicId ??= randomId()
  }
}
