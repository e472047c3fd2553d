import { roundDiv } from '#plugins/shop-quotes/domain/amounts'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'

const WHOLE = 10_000n

/**
 * VAT of a part of an order's total: each rate gives the share that it has in the whole, and what
 * is left over by rounding falls to the largest rests. Of the whole it is what the receipt says.
 */
export function creditedTaxes(taxes: readonly TaxTotal[], amountMinor: number): TaxTotal[] {
  const total = taxes.reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  if (amountMinor === total) return taxes.map((tax) => ({ ...tax }))
  return sharesOf(taxes, amountMinor, total)
    .map((grossMinor, nth) => taxOf(taxes[nth], grossMinor))
    .filter(({ grossMinor }) => grossMinor !== 0)
}

function sharesOf(taxes: readonly TaxTotal[], amountMinor: number, total: number): number[] {
  const exact = taxes.map(({ grossMinor }) => BigInt(grossMinor) * BigInt(amountMinor))
  const shares = exact.map((share) => Number(share / BigInt(total)))
  const left = amountMinor - shares.reduce((sum, share) => sum + share, 0)
  const rests = exact.map((share, nth) => ({ nth, rest: share % BigInt(total) }))
  rests.sort((one, other) => (other.rest > one.rest ? 1 : -1))
  for (const { nth } of rests.slice(0, Math.max(0, left))) shares[nth] += 1
  return shares
}

function taxOf(tax: TaxTotal, grossMinor: number): TaxTotal {
  const rate = BigInt(tax.rateBp)
  const netMinor = Number(roundDiv(BigInt(grossMinor) * WHOLE, WHOLE + rate))
  const taxMinor = Number(roundDiv(BigInt(netMinor) * rate, WHOLE))
  return { ...tax, netMinor, taxMinor, roundingMinor: grossMinor - netMinor - taxMinor, grossMinor }
}
