import { clock, transaction, type Actor, type Result } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep } from '#plugins/queue-caller/actions/take_step'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

/** Somebody gives their place up, on their phone or at the desk. */
export class LeaveQueue {
  async handle(
    ticket: Ticket,
    { by }: { by: Actor }
  ): Promise<Result<{ ticket: Ticket }, 'changed'>> {
    return transaction(async (trx) => {
      const leftBy = by.kind === 'staff' ? 'staff' : 'person'
      const values = { leftBy, endedAt: clock.now() } as const
      if (!(await takeStep(trx, ticket, 'leave', { by, ...values }))) {
        return { ok: false, reason: 'changed' }
      }
      await queueChanged(trx, ticket.locationId)
      return { ok: true, ticket }
    })
  }
}
