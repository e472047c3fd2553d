import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import type { TaxClass } from '#plugins/shop-quotes/domain/tax_rates'

/** A line of an offer as staff have written it; its rate comes from the class and the day. */
export interface DraftLine {
  readonly serviceId: number | null
  readonly wishId: number | null
  readonly description: string
  readonly quantity: string
  readonly unitPriceMinor: number
  readonly basis: Basis
  readonly discountBp: number
  readonly taxClass: TaxClass
  readonly optional: boolean
}

/** What staff write before a version is sent. */
export interface Draft {
  readonly intro: string | null
  readonly conditions: string | null
  readonly lastDay: string
  readonly wholeDiscountBp: number
  readonly lines: readonly DraftLine[]
}

/** More lines than this do not fit on a page that anybody reads. */
export const MOST_LINES = 60
