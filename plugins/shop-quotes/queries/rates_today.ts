import { keptRows } from '#core/platform'
import { rateOn, TAX_CLASSES, type TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import { TaxRate } from '#plugins/shop-quotes/models/tax_rate'

/**
 * What each class costs in a country on a local day, out of the memory of the process; a class
 * that has no rate on that day is not in it.
 */
export async function ratesToday(
  country: string,
  day: string
): Promise<ReadonlyMap<TaxClass, TaxRate>> {
  const all = await keptRows(TaxRate)
  const rates = new Map<TaxClass, TaxRate>()
  for (const taxClass of TAX_CLASSES) {
    const found = rateOn(all, { country, taxClass, day })
    if (found.ok) rates.set(taxClass, found.rate)
  }
  return rates
}
