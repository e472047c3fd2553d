import type { Doer, TicketState, TicketStep } from '#plugins/helpdesk/domain/ticket_states'

/** The table of docs/domain/tickets.md, written once more: it shares nothing with the domain. */
export const WRITTEN: readonly [TicketStep, Doer, TicketState, TicketState][] = [
  ['take', 'staff', 'new', 'in_progress'],
  ['answer', 'staff', 'new', 'in_progress'],
  ['answer', 'staff', 'in_progress', 'in_progress'],
  ['answer', 'staff', 'waiting_customer', 'waiting_customer'],
  ['answer', 'staff', 'solution_proposed', 'solution_proposed'],
  ['ask', 'staff', 'new', 'waiting_customer'],
  ['ask', 'staff', 'in_progress', 'waiting_customer'],
  ['ask', 'staff', 'waiting_customer', 'waiting_customer'],
  ['propose', 'staff', 'new', 'solution_proposed'],
  ['propose', 'staff', 'in_progress', 'solution_proposed'],
  ['propose', 'staff', 'waiting_customer', 'solution_proposed'],
  ['note', 'staff', 'new', 'new'],
  ['note', 'staff', 'in_progress', 'in_progress'],
  ['note', 'staff', 'waiting_customer', 'waiting_customer'],
  ['note', 'staff', 'solution_proposed', 'solution_proposed'],
  ['note', 'staff', 'closed', 'closed'],
  ['note', 'staff', 'cancelled', 'cancelled'],
  ['add', 'customer', 'new', 'new'],
  ['add', 'customer', 'in_progress', 'in_progress'],
  ['add', 'customer', 'waiting_customer', 'in_progress'],
  ['add', 'customer', 'solution_proposed', 'solution_proposed'],
  ['accept', 'customer', 'solution_proposed', 'closed'],
  ['reject', 'customer', 'solution_proposed', 'in_progress'],
  ['lapse', 'time', 'solution_proposed', 'closed'],
  ['take_back', 'customer', 'closed', 'in_progress'],
  ['reopen', 'customer', 'closed', 'in_progress'],
  ['cancel', 'customer', 'new', 'cancelled'],
  ['cancel', 'customer', 'in_progress', 'cancelled'],
  ['cancel', 'customer', 'waiting_customer', 'cancelled'],
  ['cancel', 'customer', 'solution_proposed', 'cancelled'],
  ['cancel', 'staff', 'new', 'cancelled'],
  ['cancel', 'staff', 'in_progress', 'cancelled'],
  ['cancel', 'staff', 'waiting_customer', 'cancelled'],
  ['cancel', 'staff', 'solution_proposed', 'cancelled'],
  ['rate', 'customer', 'closed', 'closed'],
]

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** What becomes of one ticket by the written table alone: no database, only its times. */
export class TicketModel {
  state: TicketState = 'new'
  #closedAt = 0
  #acceptedByCustomer = false
  #rated = false
  #lapsesAt = Infinity

  may(step: TicketStep, by: Doer, now: number): boolean {
    return this.#rowOf(step, by) !== undefined && this.#isInTime(step, now)
  }

  /** Takes a step that may be taken; `lapsesAt` as the product has it afterwards. */
  take(step: TicketStep, by: Doer, now: number, lapsesAt: number | null): void {
    const [, , , to] = this.#rowOf(step, by)!
    if (step === 'propose' || (step === 'add' && this.state === 'solution_proposed')) {
      this.#lapsesAt = lapsesAt!
    }
    if (to === 'closed' && this.state !== 'closed') {
      this.#closedAt = now
      this.#acceptedByCustomer = step === 'accept'
    }
    if (step === 'rate') this.#rated = true
    this.state = to
  }

  #rowOf(step: TicketStep, by: Doer) {
    return WRITTEN.find(([name, doer, from]) => name === step && doer === by && from === this.state)
  }

  #isInTime(step: TicketStep, now: number): boolean {
    if (step === 'take_back') return this.#acceptedByCustomer && now < this.#closedAt + 72 * HOUR
    if (step === 'reopen') return now < this.#closedAt + 14 * DAY
    if (step === 'rate') return !this.#rated && now < this.#closedAt + 30 * DAY
    if (step === 'lapse') return now >= this.#lapsesAt
    return true
  }
}
