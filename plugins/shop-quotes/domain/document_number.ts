/** Orders, quotes, receipts, credit notes: each has its own row of numbers in a year. */
export const SERIES = ['O', 'Q', 'R', 'C'] as const
export type Series = (typeof SERIES)[number]

export type NumberParts = { series: Series; year: number; nth: number }

const DIGITS = 5

/** `O-2026-00042` */
export const documentNumber = (series: Series, year: number, nth: number): string =>
  `${series}-${year}-${String(nth).padStart(DIGITS, '0')}`

/** What a number is made of. */
export function partsOf(number: string): NumberParts {
  const [series, year, nth] = number.split('-')
  return { series: series as Series, year: Number(year), nth: Number(nth) }
}
