import { Customer } from '#core/customers'
import { queueMail } from '#core/messaging'
import { translatedIn } from '#core/organisation'
import { rows, type Trx } from '#core/platform'
import { ORDER_MAILS, type OrderOccasion } from '#plugins/shop-quotes/mails/order_mails'
import type { Order } from '#plugins/shop-quotes/models/order'
import { OrderLine } from '#plugins/shop-quotes/models/order_line'

type Recipient = { first_name: string; last_name: string; email: string | null }

type Told = {
  occasion: OrderOccasion
  /** Makes the mail one of its kind: the step, or the id of an entry. */
  once: number | string
  text?: string | null
}

/** Writes a mail about an order into the transaction that caused it. */
export async function queueOrderMail(
  trx: Trx,
  order: Order,
  { occasion, once, text = null }: Told
): Promise<void> {
  const sql = `select first_name, last_name, email from ${Customer.table} where id = ?`
  const [customer] = await rows<Recipient>(trx, sql, [order.customerId])
  if (!customer.email) return
  const { publicId, number, totalMinor, currency, method, reference, lastDay, locale } = order
  await queueMail(trx, ORDER_MAILS[occasion], {
    to: customer.email,
    toName: `${customer.first_name} ${customer.last_name}`.trim(),
    locale,
    data: {
      ...{ order: publicId, number, totalMinor, currency, method, reference, lastDay, text },
      keptMinor: order.paidMinor - order.repaidMinor,
      firstName: customer.first_name,
      lines: await linesOf(trx, order),
    },
    dedupeKey: `shop-quotes.order_${occasion}:${publicId}:${once}`,
    about: { object: 'shop-quotes.order', id: order.id },
  })
}

async function linesOf(trx: Trx, { id, locale }: Order) {
  const lines = await OrderLine.query({ client: trx }).where('orderId', id).orderBy('position')
  return lines.map(({ name, quantity, amountMinor }) => ({
    name: translatedIn(name, locale, locale),
    quantity,
    amountMinor,
  }))
}
