import { clock, emit, updateRows, type Actor, type Result, type Trx } from '#core/platform'
import { recordEntry } from '#plugins/shop-quotes/actions/record_entry'
import type { StepRefusal } from '#plugins/shop-quotes/actions/take_order_step'
import { DEED_OF_QUOTE } from '#plugins/shop-quotes/domain/deeds'
import {
  quoteStateAfter,
  standsAs,
  turnOf,
  type Doer,
  type QuoteState,
  type QuoteStep,
} from '#plugins/shop-quotes/domain/quote_states'
import { QuoteStepped } from '#plugins/shop-quotes/events'
import type { Entry } from '#plugins/shop-quotes/models/entry'
import { Quote } from '#plugins/shop-quotes/models/quote'

/** Columns of a quote that steps change besides its state. */
export type QuoteValues = Partial<
  Pick<Quote, 'assigneeId' | 'currentVersionId' | 'lastDay' | 'expiresAt' | 'sentAt' | 'acceptance'>
>

export type QuoteStepTaken = {
  step: QuoteStep
  by: Actor
  text?: string | null
  values?: QuoteValues
  changes?: Entry['changes']
}

export type QuoteStepped = Result<{ entry: Entry; from: QuoteState }, StepRefusal>

const DOERS: Record<Actor['kind'], Doer> = {
  customer: 'customer',
  staff: 'staff',
  system: 'time',
  public: 'customer',
}

/** The quote as it is now, locked until the transaction ends. */
export const lockedQuote = (trx: Trx, id: number): Promise<Quote> =>
  Quote.query({ client: trx }).where('id', id).forUpdate().firstOrFail()

/**
 * One guarded change of a quote that was read, and the entry that tells of it. An offer whose last
 * day is over counts as expired, whatever its row says.
 */
export async function takeQuoteStep(
  trx: Trx,
  quote: Quote,
  { step, by, text, values = {}, changes }: QuoteStepTaken
): Promise<QuoteStepped> {
  const now = clock.now()
  const { id, state: written, version } = quote
  const stands = step === 'expire' ? written : standsAs(quote, now)
  const after = quoteStateAfter(stands, step, DOERS[by.kind])
  if (!after) return { ok: false, reason: 'not_now' }
  // Words leave it as it is written: that it has expired, with its mail, is the job's to write.
  const [from, state] = after === stands ? [written, written] : [stands, after]
  const changed = {
    ...values,
    ...{ state, version: version + 1, changedAt: now, updatedAt: now },
    endedAt: turnOf(state) === 'nobody' ? (quote.endedAt ?? now) : null,
  }
  if ((await updateRows(trx, Quote, { id, state: written, version }, changed)) !== 1) {
    return { ok: false, reason: 'changed_meanwhile' }
  }
  quote.merge(changed)
  quote.$hydrateOriginals()
  const said = { deed: DEED_OF_QUOTE[step], by, fromState: from, text, changes }
  const entry = await recordEntry(trx, quote, said)
  await emit(trx, QuoteStepped, { quoteId: id, step, from, to: state })
  return { ok: true, entry, from }
}
