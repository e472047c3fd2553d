import type { DraftLine } from '#plugins/shop-quotes/domain/draft'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { TaxRate } from '#plugins/shop-quotes/models/tax_rate'

export type RatedLine = DraftLine & { rateBp: number; exemption: string | null }

/** Lines with the rates of a day; null where the country has none for a class. */
export function ratedLines(
  lines: readonly DraftLine[],
  rates: ReadonlyMap<TaxClass, TaxRate>
): RatedLine[] | null {
  const rated = lines.flatMap((line) => {
    const rate = rates.get(line.taxClass)
    if (!rate) return []
    return [{ ...line, rateBp: rate.rateBp, exemption: rate.exemption }]
  })
  return rated.length === lines.length ? rated : null
}
