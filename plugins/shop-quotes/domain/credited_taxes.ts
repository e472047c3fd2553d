import { roundDiv, WHOLE } from '#plugins/shop-quotes/domain/amounts'
import { divided } from '#plugins/shop-quotes/domain/line_shares'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'

/**
 * VAT of a part of an order's total: each rate gives the share that it has in the whole. Of the
 * whole it is what the receipt says.
 */
export function creditedTaxes(taxes: readonly TaxTotal[], amountMinor: number): TaxTotal[] {
  const total = taxes.reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  if (amountMinor === total) return taxes.map((tax) => ({ ...tax }))
  const shares = divided(
    amountMinor,
    taxes.map(({ grossMinor }) => BigInt(grossMinor))
  )
  return taxes.map((tax, nth) => taxOf(tax, shares[nth])).filter((tax) => tax.grossMinor !== 0)
}

function taxOf(tax: TaxTotal, grossMinor: number): TaxTotal {
  const rate = BigInt(tax.rateBp)
  const netMinor = Number(roundDiv(BigInt(grossMinor) * WHOLE, WHOLE + rate))
  const taxMinor = Number(roundDiv(BigInt(netMinor) * rate, WHOLE))
  return { ...tax, netMinor, taxMinor, roundingMinor: grossMinor - netMinor - taxMinor, grossMinor }
}
