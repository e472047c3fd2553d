import { defineMail, queueMail, type MailType } from '#core/messaging'
import type { Trx } from '#core/platform'
import type { Method } from '#plugins/shop-quotes/domain/payment_states'
import { paperAttached } from '#plugins/shop-quotes/mails/paper_attached'
import type { Document } from '#plugins/shop-quotes/models/document'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Refund } from '#plugins/shop-quotes/models/refund'
import { recipientOf } from '#plugins/shop-quotes/queries/recipient'

/** Money went back, or a withdrawal is done with. */
type RefundMail = {
  /** Public id of the order: its page asks for the account. */
  order: string
  number: string
  firstName: string
  totalMinor: number
  /** What went back by this, or altogether where an order that was withdrawn has ended. */
  repaidMinor: number
  currency: string
  method: Method
  /** Local day on which it went back; null where the mail tells of the end. */
  day: string | null
  text: string | null
  /** Public id of the credit note. */
  paper: string | null
}

export const REFUND_MAILS = {
  order_repaid: mailOf('order_repaid'),
  order_withdrawn: mailOf('order_withdrawn'),
}

function mailOf(name: 'order_repaid' | 'order_withdrawn'): MailType<RefundMail> {
  return defineMail<RefundMail>({
    id: `shop-quotes.${name}`,
    view: `shop_quotes::mails/${name}`,
    subject: ({ number }, t) => t(`shop-quotes.mails.${name}.subject`, { number }),
    attachments: async ({ paper }) => (paper ? paperAttached({ publicId: paper }) : []),
    sample: (t) => ({
      ...{ order: 'c2FtcGxlLW9mLWFuLWlk', number: 'O-2027-00042', firstName: 'Ada' },
      ...{ totalMinor: 7900, repaidMinor: 4900, currency: 'EUR', method: 'bank_transfer' },
      ...{ day: '2027-01-19', text: t(`shop-quotes.mails.${name}.sample`), paper: null },
    }),
    confidential: true,
  })
}

type Repaid = { refund: Refund; paper: Document | null }

/** Tells the customer that money went back, with the credit note where there is one. */
export const queueRefundMail = (trx: Trx, order: Order, { refund, paper }: Repaid) =>
  queue(trx, order, 'order_repaid', {
    ...{ repaidMinor: refund.amountMinor, method: refund.method, day: refund.valueDay },
    ...{ text: refund.reason, paper: paper?.publicId ?? null, once: refund.publicId },
  })

/** Tells the customer that an order that they withdrew has ended, and what was paid back. */
export const queueWithdrawnMail = (
  trx: Trx,
  order: Order,
  { once, text }: { once: number; text: string | null }
) =>
  queue(trx, order, 'order_withdrawn', {
    ...{ repaidMinor: order.repaidMinor, method: order.method, day: null },
    ...{ text, paper: null, once: String(once) },
  })

type Told = Pick<RefundMail, 'repaidMinor' | 'method' | 'day' | 'text' | 'paper'> & { once: string }

async function queue(trx: Trx, order: Order, name: keyof typeof REFUND_MAILS, told: Told) {
  const recipient = await recipientOf(trx, order)
  if (!recipient) return
  const { firstName, ...to } = recipient
  const { once, ...facts } = told
  const { publicId, number, totalMinor, currency, locale } = order
  await queueMail(trx, REFUND_MAILS[name], {
    ...to,
    locale,
    data: {
      ...{ order: publicId, number, firstName, totalMinor, currency },
      ...facts,
    },
    dedupeKey: `shop-quotes.${name}:${publicId}:${once}`,
    about: { object: 'shop-quotes.order', id: order.id },
  })
}
