import { nextInSequence } from '#core/numbering'
import type { Trx } from '#core/platform'
import { documentNumber, type Series } from '#plugins/shop-quotes/domain/document_number'

/**
 * The next number of a series in the year of a local day, `O-2026-00042`. It belongs to the
 * caller's transaction: rolled back, the next one gets it.
 */
export async function allotNumber(trx: Trx, series: Series, day: string): Promise<string> {
  const year = Number(day.slice(0, 4))
  return documentNumber(series, year, await nextInSequence(trx, `shop-quotes.${series}:${year}`))
}
