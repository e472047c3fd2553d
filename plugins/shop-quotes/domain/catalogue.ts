/** `fixed`: bought at its price; `quote`: an offer is made for each request (S7). */
export const PRICE_MODES = ['fixed', 'quote'] as const
export type PriceMode = (typeof PRICE_MODES)[number]

/**
 * What withdrawing means for a service: `full` money back until it is done, `begun` what was done
 * already is paid for, `none` the law exempts it, e.g. health care and leisure on a fixed day.
 */
export const WITHDRAWAL_CLASSES = ['full', 'begun', 'none'] as const
export type WithdrawalClass = (typeof WITHDRAWAL_CLASSES)[number]
