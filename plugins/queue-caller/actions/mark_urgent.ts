import { transaction, type Actor, type Result } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { changeTicket } from '#plugins/queue-caller/actions/take_step'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

/** Q3: a ticket that waits goes before all others, or back to where it stood. */
export class MarkUrgent {
  async handle(
    ticket: Ticket,
    { urgent, by }: { urgent: boolean; by: Actor }
  ): Promise<Result<{ ticket: Ticket }, 'changed'>> {
    if (ticket.state !== 'waiting' && ticket.state !== 'absent') {
      return { ok: false, reason: 'changed' }
    }
    return transaction(async (trx) => {
      const done = await changeTicket(trx, ticket, 'urgent', { by, values: { urgent } })
      if (!done) return { ok: false, reason: 'changed' }
      await queueChanged(trx, ticket.locationId)
      return { ok: true, ticket }
    })
  }
}
