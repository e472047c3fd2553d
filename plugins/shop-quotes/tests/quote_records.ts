import { User } from '#core/accounts'
import { randomId } from '#core/platform'
import { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteTemplate } from '#plugins/shop-quotes/models/quote_template'
import { aQuotedService, offers, requested } from '#plugins/shop-quotes/tests/quotes'
import { someCustomer } from '#tests/accounts/people'
import type { RecordMakers } from '#tests/kit/record_matrix'

const quote: RecordMakers[string] = {
  make: async ({ id: locationId }) => {
    const made = await requested(await someCustomer(), await aQuotedService())
    await Quote.query().where('id', made.id).update({ locationId })
    return { id: made.id }
  },
}

/** How to get a record for every route of the panel about quotes. */
export const quoteRecords: RecordMakers = {
  'shop-quotes.quotes': quote,
  'shop-quotes.quote_drafts': quote,
  'shop-quotes.quote_sendings': quote,
  'shop-quotes.quote_comparisons': quote,
  'shop-quotes.quote_replies': quote,
  'shop-quotes.quote_templates': {
    everywhere: true,
    make: async () => ({
      id: (
        await QuoteTemplate.create({
          ...{ name: `Usual ${randomId()}`, intro: null, conditions: null, reply: null },
          ...{ lines: [], position: 0, active: true },
        })
      ).id,
    }),
  },
}

/** Public id of a quote in the account of this person. */
export async function aQuoteOf(userId: number): Promise<string> {
  const quote = await requested(await User.findOrFail(userId), await aQuotedService())
  return (await offers(quote)).publicId
}
