import { setting } from '#core/settings'
import { clock, transaction, type Actor, type Trx } from '#core/platform'
import type { FileRefusal } from '#core/files'
import { onceOnly } from '#core/web'
import { awaitAnswer, awaitedUntil } from '#plugins/helpdesk/actions/await_answer'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { refusingFiles } from '#plugins/helpdesk/actions/record_entry'
import { takeStep, type StepRefusal } from '#plugins/helpdesk/actions/take_step'
import type { StaffWord } from '#plugins/helpdesk/domain/ticket_states'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { answerWithin } from '#plugins/helpdesk/settings'

const OCCASIONS = { answer: 'answered', ask: 'asked', propose: 'proposed', note: null } as const

type Said = { ok: true } | { ok: false; reason: StepRefusal }

type Words = {
  /** Names the form that was shown, so that a double click says it once. */
  formKey?: string
  ticketId: number
  word: StaffWord
  text: string
  files?: readonly string[]
  /** Version of the ticket that was read; notes go in whatever has happened since. */
  seen?: number
  by: Actor
}

/** H5: staff answer, ask, propose a solution or note something down. */
export class AnswerTicket {
  async handle(words: Words): Promise<Said | FileRefusal> {
    const days = await setting(answerWithin)
    const { formKey, ticketId } = words
    return refusingFiles(() =>
      transaction((trx) => {
        const say = () => this.#say(trx, words, days)
        return formKey ? onceOnly(trx, `helpdesk.say:${ticketId}`, formKey, say) : say()
      })
    )
  }

  async #say(trx: Trx, words: Words, days: number): Promise<Said> {
    const { word, text, files, seen, by } = words
    const { ticket, hours } = await lockedTicket(trx, words.ticketId)
    if (word !== 'note' && seen !== undefined && seen !== ticket.version) {
      return { ok: false, reason: 'changed_meanwhile' }
    }
    const awaited = word === 'propose' ? awaitedUntil(hours, days) : null
    const { lapsesAt, lastDay } = awaited ?? {}
    const values = {
      ...(awaited ? { proposedAt: clock.now(), lapsesAt, lastDay } : {}),
      ...(word !== 'note' && ticket.assigneeId === null ? { assigneeId: by.id } : {}),
    }
    const stepped = await takeStep(trx, ticket, { step: word, by, text, files, values, hours })
    if (!stepped.ok) return stepped
    if (awaited) await awaitAnswer(trx, ticket, awaited)
    await this.#tell(trx, ticket, { word, text, zone: hours.zone, once: stepped.entry.id })
    return { ok: true }
  }

  async #tell(
    trx: Trx,
    ticket: Ticket,
    told: { word: StaffWord; text: string; zone: string; once: number }
  ) {
    const occasion = OCCASIONS[told.word]
    if (occasion) await queueTicketMail(trx, ticket, { ...told, occasion })
  }
}
