import { queueMail } from '#core/messaging'
import { translatedIn } from '#core/organisation'
import type { Trx } from '#core/platform'
import { WithdrawalMail } from '#plugins/shop-quotes/mails/withdrawal_mail'
import type { Order } from '#plugins/shop-quotes/models/order'
import type { Withdrawal } from '#plugins/shop-quotes/models/withdrawal'
import type { PaidLine } from '#plugins/shop-quotes/queries/withdrawable'

type Received = { withdrawal: Withdrawal; lines: readonly PaidLine[]; zone: string }

/** The receipt of a withdrawal, to the address that was given for it. */
export async function queueWithdrawalMail(trx: Trx, order: Order, received: Received) {
  const { withdrawal, lines, zone } = received
  const { publicId, number, currency, locale } = order
  const { name, email, createdAt: at } = withdrawal
  await queueMail(trx, WithdrawalMail, {
    ...{ to: email, toName: name, locale },
    data: {
      ...{ order: publicId, number, name, currency, at, zone },
      lines: lines.map(({ line, grossMinor: amountMinor }) => ({
        name: translatedIn(line.name, locale, locale),
        amountMinor,
      })),
    },
    dedupeKey: `shop-quotes.withdrawal_received:${publicId}`,
    about: { object: 'shop-quotes.order', id: order.id },
  })
}
