import { BaseModel, beforeCreate, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import type { Translated } from '#core/organisation'
import { json, randomId } from '#core/platform'
import { FilledForm } from '#plugins/shop-quotes/models/filled_form'
import { ShopService } from '#plugins/shop-quotes/models/shop_service'

/** A service for which a quote was requested, as it was called then. */
export class Wish extends BaseModel {
  static override table = 'shop_quotes_wishes'

  @column({ isPrimary: true })
  declare id: number

  @column()
  declare publicId: string

  @column()
  declare quoteId: number

  @column()
  declare position: number

  @column()
  declare serviceId: number

  @json()
  declare name: Translated

  @column()
  declare quantity: number

  @column()
  declare filledFormId: number | null

  @belongsTo(() => ShopService, { foreignKey: 'serviceId' })
  declare service: BelongsTo<typeof ShopService>

  @belongsTo(() => FilledForm)
  declare filledForm: BelongsTo<typeof FilledForm>

  @beforeCreate()
  static fillDefaults(wish: Wish) {
    wish.publicId ??= randomId()
  }
}
