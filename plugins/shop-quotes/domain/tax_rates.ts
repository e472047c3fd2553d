/** By size within a country: of Portugal's 13 % and 6 % the first is `reduced`. */
export const TAX_CLASSES = [
  'standard',
  'reduced',
  'second_reduced',
  'super_reduced',
  'zero',
  'exempt',
] as const
export type TaxClass = (typeof TAX_CLASSES)[number]

/** What one class of a country costs during a time; docs/domain/money.md, "Rates". */
export interface TaxRate {
  /** ISO 3166-1 alpha-2 */
  readonly country: string
  readonly taxClass: TaxClass
  /** Basis points: 2200 is 22 %. */
  readonly rateBp: number
  /** The rule that exempts, as the operator's accountant words it. */
  readonly exemption: string | null
  /** `2026-01-01`, included */
  readonly validFrom: string
  /** Included; null until further notice. */
  readonly validTo: string | null
}

export type NoRateReason = 'no_rates_of_country' | 'no_rate_of_class' | 'none_on_that_day'

export type RateReason = 'not_a_rate' | 'must_be_zero' | 'ends_before_it_begins' | 'overlaps'

/** Below 100 %: above it the rounding of a rate could be more than one minor unit. */
export const isRate = (bp: number): boolean => Number.isInteger(bp) && bp >= 0 && bp < 10_000

/**
 * The rate of the day of supply.
 *
 * @param day local day of the seller, `2026-11-30`
 */
export function rateOn<Rate extends TaxRate>(
  rates: readonly Rate[],
  { country, taxClass, day }: { country: string; taxClass: TaxClass; day: string }
): { ok: true; rate: Rate } | { ok: false; reason: NoRateReason } {
  const ofCountry = rates.filter((rate) => rate.country === country)
  if (ofCountry.length === 0) return { ok: false, reason: 'no_rates_of_country' }
  const ofClass = ofCountry.filter((rate) => rate.taxClass === taxClass)
  if (ofClass.length === 0) return { ok: false, reason: 'no_rate_of_class' }
  const rate = ofClass.find(({ validFrom, validTo }) => validFrom <= day && day <= lastDay(validTo))
  return rate ? { ok: true, rate } : { ok: false, reason: 'none_on_that_day' }
}

/** Why a rate cannot stand beside the others, or null; `others` without the rate itself. */
export function rateRefusal(rate: TaxRate, others: readonly TaxRate[]): RateReason | null {
  const { taxClass, rateBp, validFrom, validTo } = rate
  const nothing = taxClass === 'zero' || taxClass === 'exempt'
  if (nothing && rateBp !== 0) return 'must_be_zero'
  if (!isRate(rateBp) || (!nothing && rateBp === 0)) return 'not_a_rate'
  if (lastDay(validTo) < validFrom) return 'ends_before_it_begins'
  return others.some((other) => overlaps(rate, other)) ? 'overlaps' : null
}

const overlaps = (one: TaxRate, other: TaxRate): boolean =>
  one.country === other.country &&
  one.taxClass === other.taxClass &&
  one.validFrom <= lastDay(other.validTo) &&
  other.validFrom <= lastDay(one.validTo)

/** Days are compared as texts; `~` comes after every digit. */
const lastDay = (validTo: string | null): string => validTo ?? '~'
