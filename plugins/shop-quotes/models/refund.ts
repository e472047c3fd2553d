import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { amount, instant, randomId, VersionedModel } from '#core/platform'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { RefundState } from '#plugins/shop-quotes/domain/refund_states'
import { Order } from '#plugins/shop-quotes/models/order'

/** Money of an order that goes back to its customer. */
export class Refund extends VersionedModel {
  static override table = 'shop_quotes_refunds'

  @column()
  declare publicId: string

  @column()
  declare orderId: number

  /** The payment that a provider takes back; null where staff do it. */
  @column()
  declare paymentId: number | null

  @column()
  declare method: Method

  @column()
  declare state: RefundState

  @amount()
  declare amountMinor: number

  @column()
  declare currency: string

  @column()
  declare reason: string | null

  /** Local day on which the money went back. */
  @column()
  declare valueDay: string | null

  @column()
  declare providerReference: string | null

  @instant()
  declare madeAt: number | null

  @column()
  declare recordedById: number | null

  @belongsTo(() => Order)
  declare order: BelongsTo<typeof Order>

  @beforeCreate()
  static fillDefaults(refund: Refund) {
    refund.publicId ??= randomId()
  }
}
