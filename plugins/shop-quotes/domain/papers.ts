import type { Basis } from '#plugins/shop-quotes/domain/amounts'
import type { Billing } from '#plugins/shop-quotes/domain/billing'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import type { TaxTotal } from '#plugins/shop-quotes/domain/totals'

/** What is handed out for money: that it came (no invoice), and that it went back. */
export const PAPER_KINDS = ['receipt', 'credit_note'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const SERIES_OF = { receipt: 'R', credit_note: 'C' } as const satisfies Record<
  PaperKind,
  string
>

export type Seller = { name: string; address: string; country: string; taxId: string }

export type PaperLine = {
  /** In the language of the order, as everything on the paper. */
  name: string
  quantity: string
  unitPriceMinor: number
  basis: Basis
  discountBp: number
  rateBp: number
  amountMinor: number
}

/** Money that came for the order or went back, on a local day. */
export type PaperMoney = { day: string; method: Method; amountMinor: number }

/** Everything that a paper says, kept as it was issued. */
export type PaperContent = {
  seller: Seller
  buyer: Billing
  order: { number: string; placedOn: string; reference: string }
  currency: string
  /** Empty where only an amount is given back. */
  lines: PaperLine[]
  /** Basis points by which these lines are lowered besides their own discounts. */
  wholeDiscountBp?: number
  taxes: TaxTotal[]
  netMinor: number
  taxMinor: number
  roundingMinor: number
  totalMinor: number
  money: PaperMoney[]
  /** Of a credit note: the receipt that it corrects, and why. */
  corrects: { number: string; reason: string | null } | null
}

/** The later of today and the day of the last paper: within a series dates never go back. */
export const issueDay = (today: string, last: string | null): string =>
  last !== null && last > today ? last : today
