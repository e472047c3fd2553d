import { createHash } from 'node:crypto'
import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { dayBounds } from '#core/scheduling'
import { draftOf, seenVersion } from '#plugins/shop-quotes/actions/locked_draft'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { SendRefusal } from '#plugins/shop-quotes/domain/quote_refusals'
import { offerText } from '#plugins/shop-quotes/domain/offer_digest'
import { pricedOffer } from '#plugins/shop-quotes/domain/offer_totals'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import type { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { offerLines, type OfferLine } from '#plugins/shop-quotes/queries/offer_lines'
import { shopDay, type ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Sending = {
  quoteId: number
  /** Version of the draft that was read. */
  seen: number
  by: Actor
}

/** S10: the draft becomes a version that nobody changes any more; its mail says how to accept. */
export class SendQuote {
  async handle(sending: Sending): Promise<Result<object, SendRefusal>> {
    const day = await shopDay()
    return transaction((trx) => this.#send(trx, sending, day))
  }

  async #send(
    trx: Trx,
    { quoteId, seen, by }: Sending,
    day: ShopDay
  ): Promise<Result<object, SendRefusal>> {
    const quote = await lockedQuote(trx, quoteId)
    const draft = await draftOf(trx, quoteId)
    if (!draft || seenVersion(draft) !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const lines = await offerLines(draft.id, trx)
    const reason = refusalOf(draft, lines, day)
    if (reason) return { ok: false, reason }
    const now = clock.now()
    const { lastDay, id: currentVersionId } = draft
    const expiresAt = dayBounds(day.zone, lastDay).to
    const values = {
      ...{ currentVersionId, lastDay, expiresAt, sentAt: quote.sentAt ?? now },
      assigneeId: quote.assigneeId ?? by.id,
    }
    const stepped = await takeQuoteStep(trx, quote, { step: 'send', by, values })
    if (!stepped.ok) return stepped
    draft.useTransaction(trx)
    const digest = digestOf(quote, draft, lines)
    await draft.merge({ digest, sentAt: now, sentById: by.id, updatedAt: now }).save()
    await queueQuoteMail(trx, quote, { occasion: 'sent', once: draft.number })
    return { ok: true }
  }
}

function refusalOf(draft: QuoteVersion, lines: readonly OfferLine[], day: ShopDay) {
  if (lines.every(({ optional }) => optional)) return 'no_lines'
  if (draft.lastDay < day.day) return 'day_over'
  if (leastTotal(draft, lines) < 0) return 'below_zero'
  const isOfToday = ({ taxClass, rateBp }: OfferLine) => day.rates.get(taxClass)?.rateBp === rateBp
  return lines.every(isOfToday) ? null : 'rates_changed'
}

/** What it comes to if the customer chooses every optional deduction and nothing else. */
function leastTotal({ wholeDiscountBp }: QuoteVersion, lines: readonly OfferLine[]): number {
  const deductions = lines.filter(({ optional, unitPriceMinor }) => optional && unitPriceMinor < 0)
  const chosen = deductions.map(({ publicId }) => publicId)
  return pricedOffer(lines, wholeDiscountBp, chosen).totals.totalMinor
}

function digestOf({ number }: Quote, draft: QuoteVersion, lines: readonly OfferLine[]): string {
  const { number: version, intro, conditions, lastDay, currency, wholeDiscountBp } = draft
  const head = { number, version, intro, conditions, lastDay, currency, wholeDiscountBp }
  return createHash('sha256')
    .update(offerText({ ...head, lines }))
    .digest('hex')
}
