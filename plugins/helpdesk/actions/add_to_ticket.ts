import type { FileRefusal } from '#core/files'
import { transaction, type Actor, type Trx } from '#core/platform'
import { setting } from '#core/settings'
import { onceOnly } from '#core/web'
import { awaitAnswer, awaitedUntil } from '#plugins/helpdesk/actions/await_answer'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { refusingFiles } from '#plugins/helpdesk/actions/record_entry'
import { takeStep, type StepRefusal } from '#plugins/helpdesk/actions/take_step'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'
import { answerWithin } from '#plugins/helpdesk/settings'

type Addition = {
  /** Names the form that was shown: a second click adds nothing. */
  formKey: string
  ticketId: number
  text: string | null
  files: readonly string[]
  by: Actor
}

type Added = { ok: true } | { ok: false; reason: StepRefusal }

/** H4, H5: the customer adds to what they wrote; nothing that stands is changed. */
export class AddToTicket {
  async handle(addition: Addition): Promise<Added | FileRefusal> {
    const days = await setting(answerWithin)
    const { formKey, ticketId } = addition
    return refusingFiles(() =>
      transaction((trx) =>
        onceOnly(trx, `helpdesk.add:${ticketId}`, formKey, () => this.#add(trx, addition, days))
      )
    )
  }

  async #add(trx: Trx, { ticketId, text, files, by }: Addition, days: number): Promise<Added> {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    // Who adds something has not forgotten to answer: the days begin anew.
    const awaited = ticket.state === 'solution_proposed' ? awaitedUntil(hours, days) : null
    const values = awaited ? { lapsesAt: awaited.lapsesAt, lastDay: awaited.lastDay } : {}
    const stepped = await takeStep(trx, ticket, { step: 'add', by, text, files, values, hours })
    if (!stepped.ok) return stepped
    if (awaited) {
      await awaitAnswer(trx, ticket, awaited)
      const told = { occasion: 'extended', zone: hours.zone, once: stepped.entry.id } as const
      await queueTicketMail(trx, ticket, told)
    }
    return { ok: true }
  }
}
