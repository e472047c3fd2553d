import { Customer } from '#core/customers'
import { queueMail, type MailType } from '#core/messaging'
import type { Trx } from '#core/platform'
import { excerptOf } from '#plugins/shop-quotes/domain/words'
import { OrderNewsMail, QuoteNewsMail, type QuoteNews } from '#plugins/shop-quotes/mails/news_mails'
import { Order } from '#plugins/shop-quotes/models/order'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { Told } from '#plugins/shop-quotes/queries/told_staff'

type Written = {
  /** Of the entry: each is told of once. */
  once: number
  told: readonly Told[]
}

/** Tells staff what a customer wrote about an order. */
export async function queueOrderNews(
  trx: Trx,
  order: Order,
  { text, ...written }: Written & { text: string }
): Promise<void> {
  const { id, number } = order
  const customer = await customerOf(trx, order)
  const data = { order: id, number, customer, text: excerptOf(text) }
  await queueNews(trx, order, { mail: OrderNewsMail, data, ...written })
}

/** Tells staff what a customer did about a quote. */
export async function queueQuoteNews(
  trx: Trx,
  quote: Quote,
  { deed, text, ...written }: Written & Pick<QuoteNews, 'deed' | 'text'>
): Promise<void> {
  const { id, number } = quote
  const customer = await customerOf(trx, quote)
  const data = { quote: id, number, customer, deed, text: text && excerptOf(text) }
  await queueNews(trx, quote, { mail: QuoteNewsMail, data, ...written })
}

const customerOf = async (trx: Trx, { customerId }: Order | Quote): Promise<string> =>
  (await Customer.findOrFail(customerId, { client: trx })).name

type News<D extends object> = Written & { mail: MailType<D>; data: D }

async function queueNews<D extends object>(
  trx: Trx,
  about: Order | Quote,
  { mail, data, once, told }: News<D>
): Promise<void> {
  const object = about instanceof Order ? 'shop-quotes.order' : 'shop-quotes.quote'
  for (const { email: to, name: toName, locale } of told) {
    const dedupeKey = `${mail.id}:${about.id}:${once}:${to}`
    await queueMail(trx, mail, {
      ...{ to, toName, locale, data, dedupeKey },
      about: { object, id: about.id },
    })
  }
}
