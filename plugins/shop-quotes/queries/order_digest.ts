import { createHash } from 'node:crypto'
import { joinedDigests, shownParts, type ShownOrder } from '#plugins/shop-quotes/domain/shown_order'

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Names what a page showed, so that an order is only placed on that. */
export function orderDigest(shown: ShownOrder): string {
  const { lines, prices, billing, terms } = shownParts(shown)
  return joinedDigests({
    ...{ lines: digest(lines), prices: digest(prices) },
    ...{ billing: digest(billing), terms: digest(terms) },
  })
}
