import {
  isAmount,
  lineAmount,
  roundDiv,
  WHOLE,
  type Basis,
  type LineReason,
  type PricedLine,
} from './amounts.js'
import { isRate, type TaxClass } from './tax_rates.js'

export interface TaxedLine extends PricedLine {
  readonly basis: Basis
  readonly taxClass: TaxClass
  /** Basis points, 0 … 9999. */
  readonly rateBp: number
  /** The rule that exempts, as it is printed; lines of different rules are summed apart. */
  readonly exemption?: string | null
}

export interface TaxTotal {
  taxClass: TaxClass
  rateBp: number
  exemption: string | null
  netMinor: number
  taxMinor: number
  /** What `grossMinor` has beside net and tax: −1, 0 or 1. */
  roundingMinor: number
  /** What is paid of this rate. */
  grossMinor: number
}

export interface Totals {
  /** In the order of the lines given, each in its own basis. */
  lines: { amountMinor: number }[]
  /** The highest rate first. */
  taxes: TaxTotal[]
  netMinor: number
  taxMinor: number
  roundingMinor: number
  totalMinor: number
  /** Basis points by which every line is lowered besides its own discount; left out where it is 0. */
  wholeDiscountBp?: number
}

export type TotalsReason = LineReason | 'not_a_rate' | 'total_too_large'

type Discount = {
  /** Discount of the whole, in basis points. */
  wholeDiscount?: number
}

type Sums = Pick<TaxTotal, 'taxClass' | 'rateBp' | 'exemption'> & { gross: bigint; net: bigint }

/** Why lines cannot be reckoned, or null: asked when a line or a discount is written. */
export function totalsRefusal(
  lines: readonly TaxedLine[],
  { wholeDiscount = 0 }: Discount = {}
): TotalsReason | null {
  for (const line of lines) {
    if (!isRate(line.rateBp)) return 'not_a_rate'
    const amount = lineAmount(line, wholeDiscount)
    if (!amount.ok) return amount.reason
  }
  const { totalMinor } = totalsOf(lines, { wholeDiscount })
  return isAmount(totalMinor) ? null : 'total_too_large'
}

/**
 * What a cart, a quote or an order comes to (docs/domain/money.md, "VAT"): VAT on the sum of each
 * rate, and what was shown is what is paid. Lines that `totalsRefusal` refuses throw.
 */
export function totalsOf(
  lines: readonly TaxedLine[],
  { wholeDiscount = 0 }: Discount = {}
): Totals {
  const amounts = lines.map((line) => ({ amountMinor: amountOf(line, wholeDiscount) }))
  const taxes = sumsOf(lines, amounts).map(taxOf)
  const sum = (figure: (tax: TaxTotal) => number) =>
    taxes.reduce((total, tax) => total + figure(tax), 0)
  return {
    lines: amounts,
    taxes,
    netMinor: sum((tax) => tax.netMinor),
    taxMinor: sum((tax) => tax.taxMinor),
    roundingMinor: sum((tax) => tax.roundingMinor),
    totalMinor: sum((tax) => tax.grossMinor),
    ...(wholeDiscount > 0 && { wholeDiscountBp: wholeDiscount }),
  }
}

function amountOf(line: TaxedLine, wholeDiscount: number): number {
  const amount = lineAmount(line, wholeDiscount)
  if (!amount.ok) throw new RangeError(`A line that was never checked: ${amount.reason}`)
  return amount.amountMinor
}

function sumsOf(lines: readonly TaxedLine[], amounts: readonly { amountMinor: number }[]): Sums[] {
  const groups = new Map<string, Sums>()
  for (const [index, { basis, taxClass, rateBp, exemption = null }] of lines.entries()) {
    const key = JSON.stringify([taxClass, rateBp, exemption])
    const sums = groups.get(key) ?? { taxClass, rateBp, exemption, gross: 0n, net: 0n }
    sums[basis] += BigInt(amounts[index].amountMinor)
    groups.set(key, sums)
  }
  return [...groups.entries()]
    .sort(([one, { rateBp: a }], [other, { rateBp: b }]) => b - a || (one < other ? -1 : 1))
    .map(([, sums]) => sums)
}

function taxOf({ gross, net, ...tax }: Sums): TaxTotal {
  const payable = gross + plusVat(net, tax.rateBp)
  const base = withoutVat(gross, tax.rateBp) + net
  const vat = vatOn(base, tax.rateBp)
  return {
    ...tax,
    netMinor: Number(base),
    taxMinor: Number(vat),
    roundingMinor: Number(payable - base - vat),
    grossMinor: Number(payable),
  }
}

/**
 * A price for one in the other basis, to be read beside the one that is charged:
 * 100.00 plus VAT at 22 % is shown as 122.00, VAT included.
 */
export function shownPrice(
  price: { readonly unitPriceMinor: number; readonly basis: Basis; readonly rateBp: number },
  shown: Basis
): number {
  const minor = BigInt(price.unitPriceMinor)
  if (price.basis === shown) return price.unitPriceMinor
  return Number(shown === 'gross' ? plusVat(minor, price.rateBp) : withoutVat(minor, price.rateBp))
}

const vatOn = (base: bigint, rateBp: number) => roundDiv(base * BigInt(rateBp), WHOLE)
const plusVat = (net: bigint, rateBp: number) => net + vatOn(net, rateBp)
const withoutVat = (gross: bigint, rateBp: number) =>
  roundDiv(gross * WHOLE, WHOLE + BigInt(rateBp))
