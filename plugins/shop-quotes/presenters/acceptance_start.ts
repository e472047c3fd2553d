import { pricedOffer } from '#plugins/shop-quotes/domain/offer_totals'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { stateNow } from '#plugins/shop-quotes/presenters/own_quote'
import { sentVersions, type OfferedVersion } from '#plugins/shop-quotes/queries/offered_versions'

/** The version that can be accepted now; null where none can. */
export async function shownVersion(quote: Quote): Promise<OfferedVersion | null> {
  if (stateNow(quote) !== 'sent') return null
  const versions = await sentVersions(quote.id)
  return versions.find(({ version }) => version.id === quote.currentVersionId) ?? null
}

/** Why none can. */
export const startOf = (quote: Quote): 'expired' | 'not_now' =>
  stateNow(quote) === 'expired' ? 'expired' : 'not_now'

/** What it comes to with these; ids that are none of its optional lines count for nothing. */
export const totalWith = ({ version, lines }: OfferedVersion, chosen: readonly string[]): number =>
  pricedOffer(lines, version.wholeDiscountBp, chosen).totals.totalMinor
