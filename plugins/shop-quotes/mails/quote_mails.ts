import { defineMail, type MailType, type Translate } from '#core/messaging'

/** What makes a mail about a quote necessary; each is a template that operators may word. */
export const QUOTE_OCCASIONS = [
  'requested',
  'asked',
  'sent',
  'reminded',
  'expired',
  'declined',
  'written',
] as const
export type QuoteOccasion = (typeof QUOTE_OCCASIONS)[number]

/** What every mail about a quote tells its customer. */
export type QuoteMail = {
  /** Public id of the quote: its page asks for the account. */
  quote: string
  number: string
  firstName: string
  lines: { name: string; quantity: string }[]
  /** Null before a version was sent. */
  totalMinor: number | null
  currency: string
  lastDay: string | null
  text: string | null
}

const sample = (t: Translate): QuoteMail => ({
  ...{ quote: 'c2FtcGxlLW9mLWFuLWlk', number: 'Q-2027-00042', firstName: 'Ada' },
  lines: [
    { name: t('shop-quotes.quotes.sample.line'), quantity: '1' },
    { name: t('shop-quotes.quotes.sample.other_line'), quantity: '2.5' },
  ],
  ...{ totalMinor: 129_000, currency: 'EUR', lastDay: '2027-01-19' },
  text: t('shop-quotes.quotes.sample.text'),
})

const mailOf = (occasion: QuoteOccasion): MailType<QuoteMail> =>
  defineMail<QuoteMail>({
    id: `shop-quotes.quote_${occasion}`,
    view: `shop_quotes::mails/quote_${occasion}`,
    subject: ({ number }, t) => t(`shop-quotes.mails.quote_${occasion}.subject`, { number }),
    sample,
    confidential: true,
  })

export const QUOTE_MAILS = Object.fromEntries(
  QUOTE_OCCASIONS.map((occasion) => [occasion, mailOf(occasion)])
) as Record<QuoteOccasion, MailType<QuoteMail>>
