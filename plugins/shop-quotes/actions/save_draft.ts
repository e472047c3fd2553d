import { recordChanged } from '#core/admin'
import { clock, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { draftOf, seenVersion } from '#plugins/shop-quotes/actions/locked_draft'
import { lockedQuote } from '#plugins/shop-quotes/actions/take_quote_step'
import { pricedDraft } from '#plugins/shop-quotes/domain/offer_totals'
import { quoteStateAfter, standsAs } from '#plugins/shop-quotes/domain/quote_states'
import type { Draft } from '#plugins/shop-quotes/domain/draft'
import type { TotalsReason } from '#plugins/shop-quotes/domain/totals'
import type { Quote } from '#plugins/shop-quotes/models/quote'
import { QuoteLine } from '#plugins/shop-quotes/models/quote_line'
import { QuoteVersion } from '#plugins/shop-quotes/models/quote_version'
import { ratedLines, type RatedLine } from '#plugins/shop-quotes/queries/rated_lines'
import { shopDay, type ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Save = {
  quoteId: number
  draft: Draft
  /** Version of the draft that was read, 0 where there was none. */
  seen: number
  by: Actor
}

export type DraftRefusal = 'not_now' | 'changed_meanwhile' | 'no_rate' | TotalsReason
type Saved = Result<{ seen: number }, DraftRefusal>

/** Keeps what staff have written of the next version; customers read none of it yet. */
export class SaveDraft {
  async handle(save: Save): Promise<Saved> {
    const day = await shopDay()
    return transaction((trx) => this.#save(trx, save, day))
  }

  async #save(trx: Trx, { quoteId, draft, seen }: Save, day: ShopDay): Promise<Saved> {
    const quote = await lockedQuote(trx, quoteId)
    if (!quoteStateAfter(standsAs(quote, clock.now()), 'send', 'staff')) {
      return { ok: false, reason: 'not_now' }
    }
    const lines = ratedLines(draft.lines, day.rates)
    if (!lines) return { ok: false, reason: 'no_rate' }
    const priced = pricedDraft(lines, draft.wholeDiscountBp)
    if (!priced.ok) return priced
    const before = await draftOf(trx, quoteId)
    if (seenVersion(before) !== seen) return { ok: false, reason: 'changed_meanwhile' }
    const { intro, conditions, lastDay, wholeDiscountBp } = draft
    const { totals, amounts } = priced
    const values = {
      ...{ intro, conditions, lastDay, wholeDiscountBp, currency: day.currency },
      ...{ totals, totalMinor: totals.totalMinor },
    }
    const version = await this.#write(trx, quote, before, values)
    await this.#lines(trx, version, lines, amounts)
    await recordChanged(trx, 'shop-quotes.quotes', quoteId)
    return { ok: true, seen: version.version }
  }

  async #write(
    trx: Trx,
    { id: quoteId }: Quote,
    draft: QuoteVersion | null,
    values: Partial<QuoteVersion>
  ): Promise<QuoteVersion> {
    if (!draft) {
      const [{ $extras }] = await QuoteVersion.query({ client: trx })
        .where({ quoteId })
        .max('number as last')
      const number = Number($extras.last ?? 0) + 1
      return QuoteVersion.create({ ...values, quoteId, number }, { client: trx })
    }
    const version = draft.version + 1
    const written = { ...values, version, updatedAt: clock.now() }
    draft.useTransaction(trx)
    return draft.merge(written).save()
  }

  async #lines(trx: Trx, { id }: QuoteVersion, lines: RatedLine[], amounts: readonly number[]) {
    await QuoteLine.query({ client: trx }).where('quoteVersionId', id).delete()
    const rows = lines.map((line, nth) => ({
      ...{ ...line, quoteVersionId: id, position: nth + 1, amountMinor: amounts[nth] },
    }))
    await QuoteLine.createMany(rows, { client: trx })
  }
}
