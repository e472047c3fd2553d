import { transaction, type Actor, type Trx } from '#core/platform'
import { lockedTicket } from '#plugins/helpdesk/actions/locked_ticket'
import { takeStep, type Stepped } from '#plugins/helpdesk/actions/take_step'
import { queueTicketMail } from '#plugins/helpdesk/mails/queue'
import { Ticket } from '#plugins/helpdesk/models/ticket'

type Cancellation = {
  ticketId: number
  /** Why; customers need not say. */
  text: string | null
  /** By staff: the ticket that goes on in its place. */
  duplicateOfId?: number
  by: Actor
}

/** The customer needs it no more; or staff say that it is unwanted, or the same as another. */
export class CancelTicket {
  async handle(cancellation: Cancellation): Promise<Stepped> {
    return transaction((trx) => this.#cancel(trx, cancellation))
  }

  async #cancel(trx: Trx, { ticketId, text, duplicateOfId, by }: Cancellation): Promise<Stepped> {
    const { ticket, hours } = await lockedTicket(trx, ticketId)
    const values = duplicateOfId ? { duplicateOfId } : {}
    const stepped = await takeStep(trx, ticket, { step: 'cancel', by, text, values, hours })
    if (!stepped.ok || by.kind !== 'staff') return stepped
    const other = duplicateOfId
      ? (await Ticket.findOrFail(duplicateOfId, { client: trx })).number
      : null
    const occasion = other ? 'merged' : 'cancelled'
    const told = { occasion, other, text, zone: hours.zone, once: stepped.entry.id } as const
    await queueTicketMail(trx, ticket, told)
    return stepped
  }
}
