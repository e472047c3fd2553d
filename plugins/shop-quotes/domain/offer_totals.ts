import { lineAmount } from '#plugins/shop-quotes/domain/amounts'
import {
  totalsOf,
  totalsRefusal,
  type TaxedLine,
  type Totals,
  type TotalsReason,
} from '#plugins/shop-quotes/domain/totals'

export type PricedOffer<Line> = {
  /** Lines that count, each with its amount. */
  lines: (Line & { amountMinor: number })[]
  totals: Totals
}

type Optional = { readonly publicId: string; readonly optional: boolean }

/** An offer with the optional lines that were chosen; those that were not do not count. */
export function pricedOffer<Line extends TaxedLine & Optional>(
  lines: readonly Line[],
  wholeDiscount: number,
  chosen: readonly string[] = []
): PricedOffer<Line> {
  const counted = lines.filter(({ optional, publicId }) => !optional || chosen.includes(publicId))
  const totals = totalsOf(counted, { wholeDiscount })
  return {
    lines: counted.map((line, nth) => ({ ...line, ...totals.lines[nth] })),
    totals,
  }
}

type PricedDraft =
  | { ok: true; totals: Totals; /** Of every line, optional ones too. */ amounts: number[] }
  | { ok: false; reason: TotalsReason }

/** What a draft comes to without its optional lines; with all of them it must be reckonable too. */
export function pricedDraft(
  lines: readonly (TaxedLine & { readonly optional: boolean })[],
  wholeDiscount: number
): PricedDraft {
  const firm = lines.filter(({ optional }) => !optional)
  const reason = totalsRefusal(lines, { wholeDiscount }) ?? totalsRefusal(firm, { wholeDiscount })
  if (reason) return { ok: false, reason }
  const amounts = lines.map((line) => {
    const amount = lineAmount(line, wholeDiscount)
    return amount.ok ? amount.amountMinor : 0
  })
  return { ok: true, totals: totalsOf(firm, { wholeDiscount }), amounts }
}

/** Whether each of these is an optional line of the offer, none of them twice. */
export function areOptional(lines: readonly Optional[], chosen: readonly string[]): boolean {
  const optional = lines.filter((line) => line.optional).map(({ publicId }) => publicId)
  return new Set(chosen).size === chosen.length && chosen.every((one) => optional.includes(one))
}
