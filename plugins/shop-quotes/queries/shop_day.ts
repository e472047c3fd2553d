import { clock } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { setting } from '#core/settings'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { ratesToday } from '#plugins/shop-quotes/queries/rates_today'
import { currency, sellerCountry } from '#plugins/shop-quotes/settings'

/** What prices of today are made of; all of it kept in the process. */
export type ShopDay = {
  zone: string
  /** Local day of the organisation. */
  day: string
  currency: string
  rates: ReadonlyMap<TaxClass, TaxRate>
}

export async function shopDay(): Promise<ShopDay> {
  const zone = await organisationZone()
  const day = localDateOf(zone, clock.now())
  const rates = await ratesToday(await setting(sellerCountry), day)
  return { zone, day, currency: await setting(currency), rates }
}
