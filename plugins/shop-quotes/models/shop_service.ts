import { beforeCreate, beforeSave, belongsTo, column } from '@adonisjs/lucid/orm'
import type { BelongsTo } from '@adonisjs/lucid/types/relations'
import { fold } from '#core/customers'
import { FormDefinition } from '#core/forms'
import { Location, type Translated } from '#core/organisation'
import { amount, flag, json, randomId, VersionedModel } from '#core/platform'
import type { PriceMode, WithdrawalClass } from '#plugins/shop-quotes/domain/catalogue'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import { wordsOfService } from '#plugins/shop-quotes/domain/service_words'
import { Category } from '#plugins/shop-quotes/models/category'

/** What the shop offers: bought at its price, or offered for each request. */
export class ShopService extends VersionedModel {
  static override table = 'shop_quotes_services'

  @column()
  declare publicId: string

  /** Its part of the address, `eye-test`. */
  @column()
  declare slug: string

  @column()
  declare categoryId: number

  /** Who provides it; null: the whole organisation. */
  @column()
  declare locationId: number | null

  @json()
  declare name: Translated

  @json()
  declare summary: Translated | null

  @json()
  declare description: Translated | null

  /** What its picture shows, for people who do not see it. */
  @json()
  declare alternative: Translated | null

  /** Folded words of name and summary in every language; written here alone. */
  @column({ serializeAs: null })
  declare words: string

  @column()
  declare priceMode: PriceMode

  /** For one, in minor units; null where a quote is asked for. */
  @amount()
  declare priceMinor: number | null

  @column()
  declare basis: Basis

  @column()
  declare taxClass: TaxClass

  /** What it asks (S2); null asks nothing. */
  @column()
  declare formId: number | null

  /** Once it is paid, the customer books an appointment of this service of the core. */
  @column()
  declare bookableServiceId: number | null

  @column()
  declare withdrawalClass: WithdrawalClass

  /** At most so many of it in one order. */
  @column()
  declare most: number

  /** First and last local day on which it is offered; null: no bound. */
  @column()
  declare availableFrom: string | null

  @column()
  declare availableTo: string | null

  @column()
  declare position: number

  @flag()
  declare active: boolean

  @belongsTo(() => Category)
  declare category: BelongsTo<typeof Category>

  @belongsTo(() => Location)
  declare location: BelongsTo<typeof Location>

  @belongsTo(() => FormDefinition, { foreignKey: 'formId' })
  declare form: BelongsTo<typeof FormDefinition>

  @beforeCreate()
  static fillDefaults(service: ShopService) {
    service.publicId ??= randomId()
    service.most ??= 10
    service.position ??= 0
    service.active ??= true
  }

  @beforeSave()
  static makeSearchable(service: ShopService) {
    const texts = [service.name, service.summary ?? {}].flatMap((text) => Object.values(text))
    service.words = wordsOfService(texts.map(fold))
  }
}
