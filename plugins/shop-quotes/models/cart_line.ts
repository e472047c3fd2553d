import { beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { json, randomId, VersionedModel } from '#core/platform'
import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** The price that was shown when a line was added. */
export type SeenPrice = { priceMinor: number; basis: Basis; rateBp: number }

/** One service in a cart, so many times, with what its form was answered (S2). */
export class CartLine extends VersionedModel {
  static override table = 'shop_quotes_cart_lines'

  @column()
  declare publicId: string

  @column()
  declare cartId: number

  @column()
  declare serviceId: number

  @column()
  declare quantity: number

  @column()
  declare filledFormId: number | null

  /** Null in a quote cart. */
  @json()
  declare seenPrice: SeenPrice | null

  @belongsTo(() => ShopService, { foreignKey: 'serviceId' })
  declare service: BelongsTo<typeof ShopService>

  @belongsTo(() => FilledForm)
  declare filledForm: BelongsTo<typeof FilledForm>

  @beforeCreate()
  static fillDefaults(line: CartLine) {
    line.publicId ??= randomId()
  }
}
