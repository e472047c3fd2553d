/** Orders, quotes, receipts, credit notes: each has its own row of numbers in a year. */
export const SERIES = ['O', 'Q', 'R', 'C'] as const
export type Series = (typeof SERIES)[number]

const DIGITS = 5

/** `O-2026-00042` */
export const documentNumber = (series: Series, year: number, nth: number): string =>
  `${series}-${year}-${String(nth).padStart(DIGITS, '0')}`
