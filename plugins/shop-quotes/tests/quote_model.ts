import type { Doer, QuoteState, QuoteStep } from '#plugins/shop-quotes/domain/quote_states'

type Row = [step: QuoteStep, by: Doer, from: QuoteState[], to: QuoteState]

const OPEN: QuoteState[] = ['requested', 'in_review', 'needs_info', 'change_requested']

/** The table of docs/domain/orders-and-quotes.md, written once more: it shares nothing with the domain. */
const WRITTEN: readonly Row[] = [
  ['review', 'staff', ['requested'], 'in_review'],
  ['ask', 'staff', ['requested', 'in_review', 'change_requested'], 'needs_info'],
  ['answer', 'customer', ['needs_info'], 'in_review'],
  ['send', 'staff', [...OPEN, 'sent', 'expired'], 'sent'],
  ['accept', 'customer', ['sent'], 'accepted'],
  ['reject', 'customer', ['sent'], 'rejected'],
  ['ask_change', 'customer', ['sent'], 'change_requested'],
  ['expire', 'time', ['sent'], 'expired'],
  ['ask_revival', 'customer', ['expired'], 'change_requested'],
  ['honour', 'staff', ['expired'], 'sent'],
  ['withdraw', 'customer', OPEN, 'withdrawn'],
  ['decline', 'staff', OPEN, 'declined'],
]

/** What becomes of one quote by the written table alone: no database. */
export class QuoteModel {
  state: QuoteState = 'requested'
  /** End of the last day of the offer that lies before the customer. */
  expiresAt = Infinity
  versions = 0
  orders = 0

  may(step: QuoteStep, by: Doer, now: number): boolean {
    if (step === 'expire') return this.state === 'sent' && now >= this.expiresAt
    if (step === 'write') return by !== 'time'
    if (step === 'note') return by === 'staff'
    const isOver = this.state === 'sent' && now >= this.expiresAt
    const standing = isOver ? 'expired' : this.state
    return this.#rowOf(step, by)!.some((state) => state === standing)
  }

  /** @param until end of the new last day, of a step that gives one */
  take(step: QuoteStep, by: Doer, { until }: { until: number }): void {
    if (step === 'write' || step === 'note') return
    this.state = WRITTEN.find(([name, doer]) => name === step && doer === by)![3]
    if (step === 'send' || step === 'honour') this.expiresAt = until
    if (step === 'send') this.versions += 1
    if (step === 'accept') this.orders += 1
  }

  #rowOf(step: QuoteStep, by: Doer): QuoteState[] | undefined {
    return WRITTEN.find(([name, doer]) => name === step && doer === by)?.[2]
  }
}
