import { beforeCreate, belongsTo, column, hasMany } from '@adonisjs/lucid/orm'
import type { BelongsTo, HasMany } from '@adonisjs/lucid/types/relations'
import { randomId, VersionedModel } from '#core/platform'
import { BillingProfile } from '#plugins/shop-quotes/models/billing_profile'
import { CartLine } from '#plugins/shop-quotes/models/cart_line'

/** `buy` becomes an order, `quote` a request for a quote (S7). */
export type CartKind = 'buy' | 'quote'

/** What a visitor or an account has chosen so far: docs/domain/orders-and-quotes.md. */
export class Cart extends VersionedModel {
  static override table = 'shop_quotes_carts'

  /** Names it in the form that places it, also once it is placed. */
  @column()
  declare publicId: string

  @column()
  declare kind: CartKind

  /** `placed`: an order or a quote was made of it. */
  @column()
  declare state: 'open' | 'placed'

  @column()
  declare userId: number | null

  /** Of the cookie of a visitor who has not signed in. */
  @column({ serializeAs: null })
  declare tokenHash: string | null

  @column()
  declare billingProfileId: number | null

  @hasMany(() => CartLine)
  declare lines: HasMany<typeof CartLine>

  @belongsTo(() => BillingProfile)
  declare billingProfile: BelongsTo<typeof BillingProfile>

  @beforeCreate()
  static fillDefaults(cart: Cart) {
    cart.publicId ??= randomId()
    cart.state ??= 'open'
  }
}
