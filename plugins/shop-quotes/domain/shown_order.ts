import { inOrder } from '#plugins/shop-quotes/domain/cart_lines'
import type { ShownPrice } from '#plugins/shop-quotes/domain/cart_standing'

/** What the last step shows, part by part: what is confirmed is what was shown. */
export const SHOWN_PARTS = ['lines', 'prices', 'billing', 'terms'] as const
export type ShownPart = (typeof SHOWN_PARTS)[number]

type ShownLine = {
  readonly serviceId: number
  readonly quantity: number
  readonly formVersionId: number | null
  readonly answers: unknown
  readonly price: ShownPrice | null
}

export interface ShownOrder {
  readonly lines: readonly ShownLine[]
  readonly currency: string
  readonly totals: unknown
  readonly billing: unknown
  readonly terms: string | null
}

/** Each part as one text: equal texts, equal contents. */
export function shownParts(shown: ShownOrder): Record<ShownPart, string> {
  const { lines, currency, totals, billing, terms } = shown
  return {
    lines: inOrder(
      lines.map(({ serviceId, quantity, formVersionId, answers }) => ({
        ...{ serviceId, quantity, formVersionId, answers },
      }))
    ),
    prices: inOrder({ currency, totals, prices: lines.map(({ price }) => price) }),
    billing: inOrder(billing),
    terms: inOrder(terms),
  }
}

const BETWEEN = '.'

export const joinedDigests = (digests: Record<ShownPart, string>): string =>
  SHOWN_PARTS.map((part) => digests[part]).join(BETWEEN)

/** Which parts are not what was seen; lines that changed take their prices along. */
export function changedParts(seen: string, now: string): ShownPart[] {
  const before = seen.split(BETWEEN)
  const after = now.split(BETWEEN)
  const changed = SHOWN_PARTS.filter((_, nth) => before[nth] !== after[nth])
  return changed.includes('lines') ? changed.filter((part) => part !== 'prices') : changed
}
