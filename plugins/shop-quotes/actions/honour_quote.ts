import { transaction, type Actor, type Result, type Trx } from '#core/platform'
import { dayBounds } from '#core/scheduling'
import { lockedQuote, takeQuoteStep } from '#plugins/shop-quotes/actions/take_quote_step'
import type { StepRefusal } from '#plugins/shop-quotes/actions/take_order_step'
import { queueQuoteMail } from '#plugins/shop-quotes/mails/queue_quote_mail'
import { shopDay, type ShopDay } from '#plugins/shop-quotes/queries/shop_day'

type Honour = { quoteId: number; reason: string; lastDay: string; by: Actor }
type Honoured = Result<object, StepRefusal | 'day_over'>

/** An offer whose last day is over is good for some more: lines and prices stay. */
export class HonourQuote {
  async handle(honour: Honour): Promise<Honoured> {
    const day = await shopDay()
    if (honour.lastDay < day.day) return { ok: false, reason: 'day_over' }
    return transaction((trx) => this.#honour(trx, honour, day))
  }

  async #honour(
    trx: Trx,
    { quoteId, reason, lastDay, by }: Honour,
    { zone }: ShopDay
  ): Promise<Honoured> {
    const quote = await lockedQuote(trx, quoteId)
    const changes: Record<string, [unknown, unknown]> = { lastDay: [quote.lastDay, lastDay] }
    const values = { lastDay, expiresAt: dayBounds(zone, lastDay).to }
    const taken = { step: 'honour', by, text: reason, values, changes } as const
    const stepped = await takeQuoteStep(trx, quote, taken)
    if (!stepped.ok) return stepped
    await queueQuoteMail(trx, quote, { occasion: 'sent', once: `honour:${stepped.entry.id}` })
    return { ok: true }
  }
}
