import type { TicketState, TicketStep } from '#plugins/queue-caller/domain/ticket_states'
import { WRITTEN } from '#plugins/queue-caller/tests/written_states'

type Life = { state: TicketState; counter: number | null; calls: number }
type At = { id: number; counter: number }

const ACTIVE: TicketState[] = ['called', 'serving']
/** What a counter cannot take back. */
const NOT_UNDOABLE = ['leave', 'check_in', 'call_again', 'undo']

/** What becomes of walk-ins by the written table alone: no database, no order, no time. */
export class TicketModel {
  readonly #lives = new Map<number, Life>()
  /** The last step of each, with who took it and what was before. */
  readonly #last = new Map<number, { step: string; counter: number | null; before: Life }>()

  constructor(readonly extraCalls: number) {}

  stateOf(id: number): TicketState {
    return this.#life(id).state
  }

  /** What the step answers. */
  answer(step: TicketStep | 'undo', at: At): string {
    return step === 'undo' ? this.#undoAnswer(at) : this.#answer(step, this.#life(at.id), at)
  }

  /** Takes a step that is answered with `ok`. */
  take(step: TicketStep | 'undo', at: At): void {
    const life = this.#life(at.id)
    const after = step === 'undo' ? this.#last.get(at.id)!.before : this.#after(step, life, at)
    this.#keep(at, step, after)
  }

  #answer(step: TicketStep, { state, counter }: Life, at: At): string {
    const isAllowed = WRITTEN.some(([name, from]) => name === step && from === state)
    if (step === 'call') return this.#isBusy(at.counter) ? 'busy' : isAllowed ? 'ok' : 'not_waiting'
    if (step === 'check_in' && state === 'waiting') return 'already'
    const isOfCounter = !['transfer', 'leave', 'check_in'].includes(step)
    if (!isAllowed || (isOfCounter && counter !== at.counter)) return 'changed'
    return step === 'resume' && this.#isBusy(at.counter) ? 'busy' : 'ok'
  }

  #after(step: TicketStep, { state, counter, calls }: Life, at: At): Life {
    const isLast = step === 'absent' && calls > this.extraCalls
    const name = isLast ? 'no_show' : step
    const to = WRITTEN.find(([written, from]) => written === name && from === state)![2]
    if (step === 'call') return { state: to, counter: at.counter, calls: calls + 1 }
    return step === 'transfer'
      ? { state: to, counter: null, calls: 0 }
      : { state: to, counter, calls }
  }

  #undoAnswer({ id, counter }: At): string {
    const last = this.#last.get(id)
    if (!last || NOT_UNDOABLE.includes(last.step) || last.counter !== counter) return 'changed'
    return this.#isBusy(counter, id) && ACTIVE.includes(last.before.state) ? 'busy' : 'ok'
  }

  /** Transfers and departures belong to the counter that had called it last, if any. */
  #keep({ id, counter }: At, step: string, life: Life): void {
    const before = this.#life(id)
    const by = step === 'call' ? counter : (life.counter ?? before.counter)
    this.#last.set(id, { step, counter: by, before })
    this.#lives.set(id, life)
  }

  #life(id: number): Life {
    return this.#lives.get(id) ?? { state: 'waiting', counter: null, calls: 0 }
  }

  #isBusy(counter: number, except?: number): boolean {
    return [...this.#lives].some(
      ([id, life]) => id !== except && life.counter === counter && ACTIVE.includes(life.state)
    )
  }
}
