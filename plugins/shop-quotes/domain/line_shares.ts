import { WHOLE, type Basis } from '#plugins/shop-quotes/domain/amounts'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'
import type { Totals } from '#plugins/shop-quotes/domain/totals'

type Line = {
  /** In its basis. */
  amountMinor: number
  basis: Basis
  taxClass: TaxClass
  rateBp: number
  exemption: string | null
}
/** `grossMinor` is what is paid of it, rounding included. */
type Share = { netMinor: number; taxMinor: number; grossMinor: number }

/**
 * What each line has of the net, the VAT and the payment of its rate. VAT is rounded once a rate (money.md), so
 * lines have shares of it: in proportion, the cents that are left to the largest remainders. Shares
 * of a rate add up to it exactly.
 */
export function lineShares(lines: readonly Line[], { taxes }: Pick<Totals, 'taxes'>): Share[] {
  const shares = lines.map(() => ({ netMinor: 0, taxMinor: 0, grossMinor: 0 }))
  for (const rate of taxes) {
    const own = [...lines.keys()].filter((nth) => isOf(lines[nth], rate))
    const weights = own.map((nth) => weightOf(lines[nth]))
    const nets = divided(rate.netMinor, weights)
    const vats = divided(rate.taxMinor, weights)
    const paid = divided(rate.grossMinor, weights)
    for (const [at, nth] of own.entries()) {
      shares[nth] = { netMinor: nets[at], taxMinor: vats[at], grossMinor: paid[at] }
    }
  }
  return shares
}

/** A price without VAT weighs as much as the same with it. */
const weightOf = ({ amountMinor, basis, rateBp }: Line): bigint =>
  BigInt(amountMinor) * (basis === 'net' ? WHOLE + BigInt(rateBp) : WHOLE)

const isOf = (line: Line, rate: Totals['taxes'][number]) =>
  line.taxClass === rate.taxClass &&
  line.rateBp === rate.rateBp &&
  line.exemption === rate.exemption

/**
 * Whole shares of a whole amount in proportion to weights, by the method of largest remainders:
 * each is rounded down, what is left goes cent by cent to where most was cut off. A deduction
 * weighs less than nothing, and so may all weights together.
 */
export function divided(whole: number, weights: readonly bigint[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0n)
  if (all === 0n) return weights.map(() => 0)
  const [sign, size] = all < 0n ? [-1n, -all] : [1n, all]
  const exact = weights.map((weight) => sign * BigInt(whole) * weight)
  const cut = exact.map((product) => ((product % size) + size) % size)
  const shares = exact.map((product, nth) => Number((product - cut[nth]) / size))
  const left = whole - shares.reduce((sum, share) => sum + share, 0)
  const byCut = [...cut.keys()].toSorted(
    (one, other) => Number(cut[other] - cut[one]) || one - other
  )
  for (const nth of byCut.slice(0, left)) shares[nth] += 1
  return shares
}
