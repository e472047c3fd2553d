import type { Doer, OrderState, OrderStep } from '#plugins/shop-quotes/domain/order_states'

type Row = [step: OrderStep, by: Doer, from: OrderState, to: OrderState]

const ALL: OrderState[] = [
  ...(['placed', 'paid', 'in_progress', 'completed', 'expired', 'cancelled'] as const),
  ...(['withdrawal_requested', 'withdrawn'] as const),
]

/** The table of docs/domain/orders-and-quotes.md, written once more: it shares nothing with the domain. */
export const WRITTEN: readonly Row[] = [
  ['settle', 'provider', 'placed', 'paid'],
  ['settle', 'staff', 'placed', 'paid'],
  ['start', 'staff', 'paid', 'in_progress'],
  ['complete', 'staff', 'paid', 'completed'],
  ['complete', 'staff', 'in_progress', 'completed'],
  ['expire', 'time', 'placed', 'expired'],
  ['honour', 'staff', 'expired', 'paid'],
  ['cancel', 'customer', 'placed', 'cancelled'],
  ['cancel', 'staff', 'placed', 'cancelled'],
  ['cancel', 'staff', 'paid', 'cancelled'],
  ['cancel', 'staff', 'in_progress', 'cancelled'],
  ['withdraw', 'customer', 'placed', 'withdrawal_requested'],
  ['withdraw', 'customer', 'paid', 'withdrawal_requested'],
  ['withdraw', 'customer', 'in_progress', 'withdrawal_requested'],
  ['withdraw', 'customer', 'completed', 'withdrawal_requested'],
  ['repay', 'staff', 'withdrawal_requested', 'withdrawn'],
  ['repay', 'time', 'withdrawal_requested', 'withdrawn'],
  ...ALL.flatMap((state): Row[] => [
    ['note', 'staff', state, state],
    ['write', 'staff', state, state],
    ['write', 'customer', state, state],
  ]),
]

const ENDED: OrderState[] = ['expired', 'cancelled']

/** What becomes of one order by the written tables alone: no database. */
export class OrderModel {
  state: OrderState = 'placed'
  paid = 0
  repaid = 0
  /** What is no longer owed: of these orders all may be withdrawn from. */
  withdrawn = 0
  receipts = 0
  /** What credit notes have taken back. */
  credited = 0

  constructor(
    readonly total: number,
    readonly expiresAt: number
  ) {}

  get kept(): number {
    return this.paid - this.repaid
  }

  may(step: OrderStep, by: Doer, now: number): boolean {
    if (this.#rowOf(step, by) === undefined) return false
    if (step === 'expire') return now >= this.expiresAt && this.paid === 0
    if (step === 'honour') return this.kept >= this.total
    // There are as many days to withdraw as to pay.
    if (step === 'withdraw') return now < this.expiresAt
    return step === 'repay' ? this.kept === 0 : true
  }

  take(step: OrderStep, by: Doer): void {
    const [, , , to] = this.#rowOf(step, by)!
    this.state = to
    if (step === 'withdraw') {
      this.withdrawn = this.total
      if (this.kept === 0) this.state = 'withdrawn'
    }
    if (step === 'honour') this.receipts += 1
  }

  receive(amount: number): void {
    this.paid += amount
    if (this.state !== 'placed' || this.kept < this.total) return
    this.state = 'paid'
    this.receipts += 1
  }

  /** Never more than is kept. */
  payBack(amount: number): boolean {
    if (amount > this.kept) return false
    const before = Math.min(this.kept, this.total)
    this.repaid += amount
    const fallen = before - Math.min(this.kept, this.total)
    if (this.receipts > 0) this.credited = Math.min(this.total, this.credited + fallen)
    return true
  }

  /** docs, "What is paid", line by line. */
  get payment(): string {
    const t = ENDED.includes(this.state) ? 0 : this.total - this.withdrawn
    const [s, r] = [this.paid, this.repaid]
    if (s > t && s - r > t) return 'overpaid'
    if (r > 0 && 0 < s - r) return 'partially_refunded'
    if (r > 0 && s - r === 0) return 'refunded'
    if (s === 0 && t > 0) return 'due'
    return s < t ? 'partially_paid' : 'paid'
  }

  #rowOf(step: OrderStep, by: Doer) {
    return WRITTEN.find(([name, doer, from]) => name === step && doer === by && from === this.state)
  }
}
