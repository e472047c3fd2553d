import { queueMail } from '#core/messaging'
import { translatedIn } from '#core/organisation'
import type { Trx } from '#core/platform'
import { QUOTE_MAILS, type QuoteOccasion } from '#plugins/shop-quotes/mails/quote_mails'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { Wish } from '#plugins/shop-quotes/models/wish'
import { offerLines } from '#plugins/shop-quotes/queries/offer_lines'
import { recipientOf } from '#plugins/shop-quotes/queries/recipient'

type Told = {
  occasion: QuoteOccasion
  /** Makes the mail one of its kind: the step, a version, or the id of an entry. */
  once: number | string
  text?: string | null
}

/** Writes a mail about a quote to its customer into the transaction that caused it. */
export async function queueQuoteMail(
  trx: Trx,
  quote: Quote,
  { occasion, once, text = null }: Told
): Promise<void> {
  const recipient = await recipientOf(trx, quote)
  if (!recipient) return
  const { firstName, ...to } = recipient
  const { publicId, number, locale, lastDay, id } = quote
  const { lines, totalMinor, currency } = await contentOf(trx, quote)
  await queueMail(trx, QUOTE_MAILS[occasion], {
    ...to,
    locale,
    data: {
      ...{ quote: publicId, number, firstName, lines, lastDay },
      ...{ totalMinor, currency, text },
    },
    dedupeKey: `shop-quotes.quote_${occasion}:${publicId}:${once}`,
    about: { object: 'shop-quotes.quote', id },
  })
}

/** What was offered last, else what was asked for. */
async function contentOf(trx: Trx, { id: quoteId, currentVersionId, locale }: Quote) {
  if (currentVersionId === null) {
    const wishes = await Wish.query({ client: trx }).where({ quoteId }).orderBy('position')
    const lines = wishes.map(({ name, quantity }) => ({
      name: translatedIn(name, locale, locale),
      quantity: String(quantity),
    }))
    return { lines, totalMinor: null, currency: 'EUR' }
  }
  const { totalMinor, currency } = await QuoteVersion.findOrFail(currentVersionId, { client: trx })
  const offered = await offerLines(currentVersionId, trx)
  const lines = offered.map(({ description: name, quantity }) => ({ name, quantity }))
  return { lines, totalMinor, currency }
}
