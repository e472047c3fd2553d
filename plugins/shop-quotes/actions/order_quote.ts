import { clock, transaction, updateRows, type Actor, type Trx } from '#core/platform'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import {
  lockedQuote,
  takeQuoteStep,
  type QuoteStepped,
} from '#plugins/shop-quotes/actions/take_quote_step'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import { Quote } from '#plugins/shop-quotes/models/quote'

type Assignment = { quoteId: number; assigneeId: number; by: Actor }
type Decline = { quoteId: number; reason: string; by: Actor }

/** Says who of the staff looks after a quote; a new one is being looked at from then on. */
export const assignQuote = ({ quoteId, assigneeId, by }: Assignment): Promise<QuoteStepped> =>
  transaction(async (trx) => {
    const quote = await lockedQuote(trx, quoteId)
    const changes: Record<string, [unknown, unknown]> = {
      assigneeId: [quote.assigneeId, assigneeId],
    }
    const values = { assigneeId }
    if (quote.state === 'requested') {
      return takeQuoteStep(trx, quote, { step: 'review', by, values, changes })
    }
    return reassign(trx, quote, { values, changes, by })
  })

type Change = {
  values: { assigneeId: number }
  changes: Record<string, [unknown, unknown]>
  by: Actor
}

async function reassign(
  trx: Trx,
  quote: Quote,
  { values, changes, by }: Change
): Promise<QuoteStepped> {
  const { id, version, state } = quote
  const written = { ...values, version: version + 1, updatedAt: clock.now() }
  if ((await updateRows(trx, Quote, { id, version }, written)) !== 1) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  quote.merge(written)
  quote.$hydrateOriginals()
  const entry = await recordEntry(trx, quote, { deed: 'changed', by, fromState: state, changes })
  return { ok: true, entry, from: state }
}

export const reviewQuote = ({ quoteId, by }: Omit<Decline, 'reason'>): Promise<QuoteStepped> =>
  transaction(async (trx) =>
    takeQuoteStep(trx, await lockedQuote(trx, quoteId), { step: 'review', by })
  )

/** No offer can be made; the customer reads why. */
export const declineQuote = ({ quoteId, reason, by }: Decline): Promise<QuoteStepped> =>
  transaction(async (trx) => {
    const quote = await lockedQuote(trx, quoteId)
    const stepped = await takeQuoteStep(trx, quote, { step: 'decline', by, text: reason })
    if (stepped.ok) {
      await queueQuoteMail(trx, quote, { occasion: 'declined', once: 'declined', text: reason })
    }
    return stepped
  })
