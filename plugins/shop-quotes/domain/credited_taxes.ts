import { roundDiv, WHOLE } from '#plugins/shop-quotes/domain/amounts'
import { divided } from '#plugins/shop-quotes/domain/line_shares'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'

/**
 * VAT of a part of what is left of a receipt: each rate gives the share that it has in it. Of all
 * that is left it is exactly that, so that credit notes come to the receipt cent by cent.
 *
 * @param earlier VAT of the credit notes before
 */
export function creditedTaxes(
  receipt: readonly TaxTotal[],
  earlier: readonly TaxTotal[],
  amountMinor: number
): TaxTotal[] {
  const left = receipt.map((tax) => without(tax, earlier)).filter(isSomething)
  const total = left.reduce((sum, { grossMinor }) => sum + grossMinor, 0)
  if (amountMinor === total) return left
  const weights = left.map(({ grossMinor }) => BigInt(grossMinor))
  return taxesOf(left, divided(amountMinor, weights))
}

/** VAT where so much of each rate is paid; of a whole rate it stays as it was. */
export const taxesOf = (taxes: readonly TaxTotal[], grossMinor: readonly number[]): TaxTotal[] =>
  taxes.map((tax, nth) => taxOf(tax, grossMinor[nth])).filter(isSomething)

function taxOf(tax: TaxTotal, grossMinor: number): TaxTotal {
  if (grossMinor === tax.grossMinor) return { ...tax }
  const rate = BigInt(tax.rateBp)
  const netMinor = Number(roundDiv(BigInt(grossMinor) * WHOLE, WHOLE + rate))
  const taxMinor = Number(roundDiv(BigInt(netMinor) * rate, WHOLE))
  return { ...tax, netMinor, taxMinor, roundingMinor: grossMinor - netMinor - taxMinor, grossMinor }
}

function without(tax: TaxTotal, parts: readonly TaxTotal[]): TaxTotal {
  const own = parts.filter((part) => isSameRate(part, tax))
  const left = (figure: (one: TaxTotal) => number) =>
    own.reduce((rest, part) => rest - figure(part), figure(tax))
  return {
    ...tax,
    netMinor: left(({ netMinor }) => netMinor),
    taxMinor: left(({ taxMinor }) => taxMinor),
    roundingMinor: left(({ roundingMinor }) => roundingMinor),
    grossMinor: left(({ grossMinor }) => grossMinor),
  }
}

type Rate = Pick<TaxTotal, 'taxClass' | 'rateBp' | 'exemption'>

export const isSameRate = (one: Rate, other: Rate): boolean =>
  one.taxClass === other.taxClass &&
  one.rateBp === other.rateBp &&
  one.exemption === other.exemption

const isSomething = ({ netMinor, taxMinor, roundingMinor }: TaxTotal): boolean =>
  netMinor !== 0 || taxMinor !== 0 || roundingMinor !== 0
