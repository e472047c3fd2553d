import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import type { PriceMode } from '#plugins/shop-quotes/domain/catalogue'

/** A price for one, and the VAT with which it was shown. */
export interface ShownPrice {
  readonly priceMinor: number
  readonly basis: Basis
  readonly rateBp: number
}

export interface StandingLine {
  readonly serviceId: number
  readonly quantity: number
  readonly most: number
  /** Whether its service can be had today, in this kind of cart. */
  readonly isOffered: boolean
  /** What it costs now; null where it cannot be priced. */
  readonly price: ShownPrice | null
  /** What it cost when it was added. */
  readonly seen: ShownPrice | null
}

/** `gone`: it is no longer offered; `too_many`: of its service more than the shop gives. */
export type Standing = 'ready' | 'gone' | 'too_many'

/** How each line of a cart stands; any that is not `ready` keeps the order from being placed. */
export function standings(lines: readonly StandingLine[], kind: 'buy' | 'quote'): Standing[] {
  const counts = new Map<number, number>()
  for (const { serviceId, quantity } of lines) {
    counts.set(serviceId, (counts.get(serviceId) ?? 0) + quantity)
  }
  return lines.map(({ serviceId, isOffered, price, most }) => {
    if (!isOffered || (kind === 'buy' && price === null)) return 'gone'
    return counts.get(serviceId)! > most ? 'too_many' : 'ready'
  })
}

/** The price as it was, where it is another one now. */
export function formerPrice({ price, seen }: StandingLine): ShownPrice | null {
  if (!price || !seen) return null
  const isSame =
    price.priceMinor === seen.priceMinor &&
    price.basis === seen.basis &&
    price.rateBp === seen.rateBp
  return isSame ? null : seen
}

type Offered = { active: boolean; priceMode: PriceMode }

/** A service with a price is bought, one without is quoted (S7): it lies in one cart only. */
export const belongsIn = (kind: 'buy' | 'quote', { active, priceMode }: Offered): boolean =>
  active && (priceMode === 'fixed') === (kind === 'buy')
