/** No amount, of a line or of a whole, is larger: 99 999 999.99 € is enough, and exact as a number. */
export const LARGEST_AMOUNT = 9_999_999_999

/** Basis points of a whole: 2200 is 22 %. */
export const WHOLE = 10_000n

const THOUSAND = 1000n
const QUANTITY = /^(\d{1,6})(?:\.(\d{1,3}))?$/

/** Whether VAT is in the price (`gross`, as consumers are told) or comes on top (`net`). */
export type Basis = 'net' | 'gross'

/** What a line costs before VAT is looked at; docs/domain/money.md, "A line". */
export interface PricedLine {
  readonly unitPriceMinor: number
  /** Decimal string, `1.5`. */
  readonly quantity: string
  /** Basis points: 1250 is 12.5 %. */
  readonly discountBp?: number
}

export type LineReason = 'not_an_amount' | 'not_a_quantity' | 'not_a_discount' | 'amount_too_large'

/**
 * n ÷ d, rounded half away from zero; `d` is above zero.
 *
 *     roundDiv(5n, 2n)   // 3n
 *     roundDiv(-5n, 2n)  // -3n
 */
export function roundDiv(n: bigint, d: bigint): bigint {
  const half = (2n * (n < 0n ? -n : n) + d) / (2n * d)
  return n < 0n ? -half : half
}

/** More than 0, up to 6 digits before the point and 3 after it. */
export const isQuantity = (text: string): boolean => QUANTITY.test(text) && thousandthsOf(text) > 0n

export const isAmount = (minor: number): boolean =>
  Number.isSafeInteger(minor) && Math.abs(minor) <= LARGEST_AMOUNT

export const isDiscount = (bp: number): boolean => Number.isInteger(bp) && bp >= 0 && bp <= 10_000

/** `1.5` → 1500n */
function thousandthsOf(quantity: string): bigint {
  const [, whole, fraction = ''] = QUANTITY.exec(quantity) ?? ['', '0']
  return BigInt(whole + fraction.padEnd(3, '0'))
}

/**
 * Price × quantity less both discounts, rounded once.
 *
 * @param wholeDiscountBp the discount of the whole, in basis points
 */
export function lineAmount(
  line: PricedLine,
  wholeDiscountBp = 0
): { ok: true; amountMinor: number } | { ok: false; reason: LineReason } {
  const discountBp = line.discountBp ?? 0
  if (!isAmount(line.unitPriceMinor)) return { ok: false, reason: 'not_an_amount' }
  if (!isQuantity(line.quantity)) return { ok: false, reason: 'not_a_quantity' }
  if (!isDiscount(discountBp) || !isDiscount(wholeDiscountBp)) {
    return { ok: false, reason: 'not_a_discount' }
  }
  const left = (WHOLE - BigInt(discountBp)) * (WHOLE - BigInt(wholeDiscountBp))
  const exact = BigInt(line.unitPriceMinor) * thousandthsOf(line.quantity) * left
  const amountMinor = Number(roundDiv(exact, THOUSAND * WHOLE * WHOLE))
  if (!isAmount(amountMinor)) return { ok: false, reason: 'amount_too_large' }
  return { ok: true, amountMinor }
}
