import { defineMail } from '#core/messaging'

/** The receipt that the law asks for: what was said, by whom, about which order, day and time. */
export type WithdrawalMailData = {
  /** Public id of the order: its page asks for the account. */
  order: string
  number: string
  name: string
  lines: { name: string; amountMinor: number }[]
  currency: string
  /** When it was received, in epoch milliseconds, and the zone in which that is written. */
  at: number
  zone: string
}

export const WithdrawalMail = defineMail<WithdrawalMailData>({
  id: 'shop-quotes.withdrawal_received',
  view: 'shop_quotes::mails/withdrawal_received',
  subject: ({ number }, t) => t('shop-quotes.mails.withdrawal_received.subject', { number }),
  sample: (t) => ({
    ...{ order: 'c2FtcGxlLW9mLWFuLWlk', number: 'O-2027-00042', name: 'Ada Lanterna' },
    lines: [{ name: t('shop-quotes.mail_sample.service'), amountMinor: 4900 }],
    ...{ currency: 'EUR', at: Date.UTC(2027, 0, 19, 9), zone: 'Europe/Madrid' },
  }),
  confidential: true,
})
