import { defineMail } from '#core/messaging'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import { orderSample, type OrderMail } from '#plugins/shop-quotes/mails/order_mails'
import type { BankAccount } from '#plugins/shop-quotes/queries/bank_account'

/** S10, S11: what was ordered, and how it is paid as the page of the payment says. */
export type PlacedMailData = OrderMail & {
  /** Number of the quote that was accepted; null where the order comes from a cart. */
  quote: string | null
  method: Method
  /** Last day to pay, `2026-12-14`; null where nothing is to be paid. */
  lastDay: string | null
  /** Creditor reference of a transfer and IBAN in groups of four, as people type them. */
  reference: string
  account: BankAccount | null
  /** Where it is paid at the desk. */
  places: string[]
}

export const PlacedMail = defineMail<PlacedMailData>({
  id: 'shop-quotes.order_placed',
  view: 'shop_quotes::mails/order_placed',
  subject: ({ number }, t) => t('shop-quotes.mails.order_placed.subject', { number }),
  sample: (t) => ({
    ...orderSample(t),
    ...{ quote: 'Q-2027-00042', method: 'bank_transfer', lastDay: '2027-01-19' },
    ...{ reference: 'RF71 O202 7000 42', places: [] },
    account: { holder: 'Example Ltd', iban: 'ES91 2100 0418 4502 0005 1332', bic: 'CAIXESBB' },
  }),
  confidential: true,
})
