import { defineMail, type MailType, type Translate } from '#core/messaging'
import { paperAttached } from '#plugins/shop-quotes/mails/paper_attached'

/** What makes a mail to the customer necessary; each is a template that operators may word. */
export const ORDER_OCCASIONS = ['paid', 'completed', 'expired', 'cancelled', 'written'] as const
export type OrderOccasion = (typeof ORDER_OCCASIONS)[number]

/** What every mail about an order tells. */
export type OrderMail = {
  /** Public id of the order: its page asks for the account. */
  order: string
  number: string
  firstName: string
  lines: { name: string; quantity: string; amountMinor: number }[]
  totalMinor: number
  /** What was paid and not paid back: it goes back where the order has been cancelled. */
  keptMinor: number
  currency: string
  /** An appointment comes with something of it, to be chosen once it is paid. */
  hasAppointment: boolean
  /** What was written, the outcome, or the reason. */
  text: string | null
}

export const orderSample = (t: Translate): OrderMail => ({
  order: 'c2FtcGxlLW9mLWFuLWlk',
  number: 'O-2027-00042',
  firstName: 'Ada',
  lines: [
    { name: t('shop-quotes.mail_sample.service'), quantity: '1', amountMinor: 4900 },
    { name: t('shop-quotes.mail_sample.other_service'), quantity: '2', amountMinor: 3000 },
  ],
  totalMinor: 7900,
  keptMinor: 7900,
  currency: 'EUR',
  hasAppointment: false,
  text: t('shop-quotes.mail_sample.text'),
})

const mailOf = (occasion: OrderOccasion): MailType<OrderMail> =>
  defineMail<OrderMail>({
    id: `shop-quotes.order_${occasion}`,
    view: `shop_quotes::mails/order_${occasion}`,
    subject: ({ number }, t) => t(`shop-quotes.mails.order_${occasion}.subject`, { number }),
    // S11: the receipt comes with the mail that says that the money is there.
    ...(occasion === 'paid'
      ? { attachments: ({ order }: OrderMail) => paperAttached({ receiptOf: order }) }
      : {}),
    sample: orderSample,
    confidential: true,
  })

export const ORDER_MAILS = Object.fromEntries(
  ORDER_OCCASIONS.map((occasion) => [occasion, mailOf(occasion)])
) as Record<OrderOccasion, MailType<OrderMail>>
