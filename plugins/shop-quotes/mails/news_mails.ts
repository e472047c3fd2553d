import { defineMail } from '#core/messaging'
import type { Deed } from '#plugins/shop-quotes/domain/deeds'

/** What happened to an order or a quote, for the staff who look after it. */
export type News = {
  /** Id in the panel. */
  id: number
  number: string
  customer: string
  deed: Deed
  /** How it begins, what the customer wrote. */
  text: string | null
}

const newsMail = (about: 'order' | 'quote', sample: { number: string; deed: Deed }) =>
  defineMail<News>({
    id: `shop-quotes.${about}_news`,
    view: `shop_quotes::mails/${about}_news`,
    subject: ({ number, deed }, t) =>
      t(`shop-quotes.mails.${about}_news.subject`, {
        number,
        deed: t(`shop-quotes.audit.${deed}`),
      }),
    sample: (t) => ({
      ...{ id: 42, customer: 'Ada Nowhere', ...sample },
      text: t('shop-quotes.quotes.sample.text'),
    }),
    confidential: true,
  })

export const OrderNewsMail = newsMail('order', { number: 'O-2027-00042', deed: 'wrote' })
export const QuoteNewsMail = newsMail('quote', { number: 'Q-2027-00042', deed: 'answered' })
