import { clock } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { setting } from '#core/settings'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { TaxRate } from '#plugins/shop-quotes/models/tax_rate'
import { organisationZone } from '#plugins/shop-quotes/queries/organisation_zone'
import { ratesToday } from '#plugins/shop-quotes/queries/rates_today'
import { currency, sellerCountry } from '#plugins/shop-quotes/settings'

/** What offers are reckoned by today; asked before a transaction begins. */
export type SellingDay = {
  zone: string
  today: string
  currency: string
  rates: ReadonlyMap<TaxClass, TaxRate>
}

export async function sellingDay(): Promise<SellingDay> {
  const zone = await organisationZone()
  const today = localDateOf(zone, clock.now())
  const rates = await ratesToday(await setting(sellerCountry), today)
  return { zone, today, currency: await setting(currency), rates }
}
