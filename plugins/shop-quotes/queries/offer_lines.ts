import type { Client } from '#core/platform'
import type { OfferedLine } from '#plugins/shop-quotes/domain/offer_digest'
import type { TaxedLine } from '#plugins/shop-quotes/domain/totals'
import type { ComparedLine } from '#plugins/shop-quotes/domain/version_differences'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'

/** A line of an offer as the domain reckons with it. */
export type OfferLine = TaxedLine &
  Omit<OfferedLine, 'exemption'> &
  ComparedLine & {
    publicId: string
    exemption: string | null
    discountBp: number
    amountMinor: number
  }

/** The lines of a version of an offer, in their order. */
export async function offerLines(versionId: number, client?: Client): Promise<OfferLine[]> {
  const query = QuoteLine.query(client ? { client } : undefined)
  const lines = await query.where('quoteVersionId', versionId).orderBy('position')
  return lines.map(plainLine)
}

export function plainLine(line: QuoteLine): OfferLine {
  const { publicId, wishId, serviceId, description, quantity, unitPriceMinor, basis } = line
  const { discountBp, taxClass, rateBp, optional, amountMinor, exemption } = line
  return {
    ...{ publicId, wishId, serviceId, description, quantity, unitPriceMinor, basis },
    ...{ discountBp, taxClass, rateBp, optional, amountMinor, exemption },
  }
}
