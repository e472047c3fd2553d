import { Customer } from '#core/customers'
import { queueMail } from '#core/messaging'
import { transaction } from '#core/platform'
import { excerptOf } from '#plugins/shop-quotes/domain/words'
import { OrderNewsMail, QuoteNewsMail } from '#plugins/shop-quotes/mails/news_mails'
import { Entry } from '#plugins/shop-quotes/models/entry'
import { Order } from '#plugins/shop-quotes/models/order'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { toldStaff } from '#plugins/shop-quotes/queries/told_staff'

/** Tells staff of an entry, each of them once. */
export async function tellStaff({ entryId }: { entryId: number }): Promise<void> {
  const { orderId, quoteId, deed, text } = await Entry.findOrFail(entryId)
  const about = orderId ? await Order.findOrFail(orderId) : await Quote.findOrFail(quoteId!)
  const isOrder = about instanceof Order
  const { name: customer } = await Customer.findOrFail(about.customerId)
  const news = { id: about.id, number: about.number, customer, deed, text: text && excerptOf(text) }
  const mail = isOrder ? OrderNewsMail : QuoteNewsMail
  const told = await toldStaff(about)
  await transaction(async (trx) => {
    for (const { email: to, name: toName, locale } of told) {
      await queueMail(trx, mail, {
        ...{ to, toName, locale, data: news, dedupeKey: `${mail.id}:${entryId}:${to}` },
        about: { object: isOrder ? 'shop-quotes.order' : 'shop-quotes.quote', id: about.id },
      })
    }
  })
}
