import { column } from '@adonisjs/lucid/orm'
import { keepWhole, VersionedModel } from '#core/platform'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'

/** VAT of a class of services in a country, from one day to another. */
export class TaxRate extends VersionedModel {
  static override table = 'shop_quotes_tax_rates'

  /** ISO 3166-1 alpha-2 */
  @column()
  declare country: string

  @column()
  declare taxClass: TaxClass

  /** Basis points: 22 % is 2200. */
  @column()
  declare rateBp: number

  /** Rule by which nothing is due, as papers print it; null where something is. */
  @column()
  declare exemption: string | null

  /** Local days, both included; without a last one it goes on. */
  @column()
  declare validFrom: string

  @column()
  declare validTo: string | null
}

keepWhole(TaxRate)
