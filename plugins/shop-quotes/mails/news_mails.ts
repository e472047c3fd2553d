import { defineMail, type MailType } from '#core/messaging'

/** What a customer wrote about an order, for the staff who look after it. */
export type OrderNews = {
  /** Id in the panel. */
  order: number
  number: string
  customer: string
  /** How it begins. */
  text: string
}

/** What a customer did about a quote, for the same. */
export type QuoteNews = {
  /** Id in the panel. */
  quote: number
  number: string
  customer: string
  deed: 'answered' | 'rejected' | 'asked_change' | 'asked_revival' | 'took_back' | 'wrote'
  text: string | null
}

export const OrderNewsMail: MailType<OrderNews> = defineMail<OrderNews>({
  id: 'shop-quotes.order_news',
  view: 'shop_quotes::mails/order_news',
  subject: ({ number }, t) => t('shop-quotes.mails.order_news.subject', { number }),
  sample: (t) => ({
    ...{ order: 42, number: 'O-2027-00042', customer: 'Ada Nowhere' },
    text: t('shop-quotes.mails.order_news.sample'),
  }),
  confidential: true,
})

export const QuoteNewsMail: MailType<QuoteNews> = defineMail<QuoteNews>({
  id: 'shop-quotes.quote_news',
  view: 'shop_quotes::mails/quote_news',
  subject: ({ number }, t) => t('shop-quotes.mails.quote_news.subject', { number }),
  sample: (t) => ({
    ...{ quote: 42, number: 'Q-2027-00042', customer: 'Ada Nowhere', deed: 'answered' },
    text: t('shop-quotes.quotes.sample.text'),
  }),
  confidential: true,
})
