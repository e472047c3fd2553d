import type { FileRefusal } from '#core/files'
import { clock, transaction, type Actor, type Trx } from '#core/platform'
import { setting } from '#core/settings'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { refusingFiles } from '#plugins/helpdesk/actions/record_entry'
import { takeStep, type Stepped } from '#plugins/helpdesk/actions/take_step'
import { mayReopen, mayTakeBack } from '#plugins/helpdesk/domain/last_word'
import { reopenWithin } from '#plugins/helpdesk/settings'

type Reopening = {
  ticketId: number
  /** `take_back`: the acceptance was a mistake; `reopen`: it came again. */
  step: 'take_back' | 'reopen'
  text: string | null
  files?: readonly string[]
  by: Actor
}

/** H5, H6: a closed ticket goes on, as long as it may; later there is the follow-up. */
export class ReopenTicket {
  async handle(reopening: Reopening): Promise<Stepped | FileRefusal> {
    const days = await setting(reopenWithin)
    return refusingFiles(() => transaction((trx) => this.#reopen(trx, reopening, days)))
  }

  async #reopen(trx: Trx, { ticketId, ...step }: Reopening, days: number): Promise<Stepped> {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    const { closed } = ticket
    const now = clock.now()
    const isInTime =
      closed && (step.step === 'reopen' ? mayReopen(closed, days, now) : mayTakeBack(closed, now))
    if (!isInTime) return { ok: false, reason: 'not_now' }
    const values = { closedAt: null, closedBy: null, reopened: ticket.reopened + 1 }
    return takeStep(trx, ticket, { ...step, values, hours })
  }
}
