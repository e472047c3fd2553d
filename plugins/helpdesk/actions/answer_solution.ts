import { clock, transaction, type Actor, type Trx } from '#core/platform'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { takeStep, type Stepped } from '#plugins/helpdesk/actions/take_step'
import { TAKE_BACK_FOR } from '#plugins/helpdesk/domain/last_word'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'

type Answer = {
  ticketId: number
  answer: 'accept' | 'reject'
  /** Why it is rejected, or what goes along with the acceptance. */
  text: string | null
  /** The solution that was read: a later one is not what they answer. */
  proposedAt: number
  by: Actor
}

/** H5: only the customer says whether it is solved. */
export class AnswerSolution {
  async handle(answer: Answer): Promise<Stepped> {
    return transaction((trx) => this.#answer(trx, answer))
  }

  async #answer(trx: Trx, { ticketId, answer, text, proposedAt, by }: Answer): Promise<Stepped> {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    if (ticket.state === 'solution_proposed' && ticket.proposedAt !== proposedAt) {
      return { ok: false, reason: 'changed_meanwhile' }
    }
    const now = clock.now()
    const values =
      answer === 'accept'
        ? ({ closedAt: now, closedBy: 'customer' } as const)
        : { rejected: ticket.rejected + 1 }
    const stepped = await takeStep(trx, ticket, { step: answer, by, text, values, hours })
    if (stepped.ok && answer === 'accept') {
      const told = { occasion: 'accepted', zone: hours.zone, once: stepped.entry.id } as const
      await queueTicketMail(trx, ticket, { ...told, until: now + TAKE_BACK_FOR })
    }
    return stepped
  }
}
