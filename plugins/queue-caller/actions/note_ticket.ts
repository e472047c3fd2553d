import { transaction, updateRows } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { Ticket } from '#plugins/queue-caller/models/ticket'

/**
 * What staff write down of somebody who waits. It is no step: the log does not keep it, and a
 * wrong click can still be taken back afterwards.
 */
export class NoteTicket {
  async handle({ id, locationId }: Ticket, note: string | null): Promise<void> {
    await transaction(async (trx) => {
      await updateRows(trx, Ticket, { id }, { note })
      await queueChanged(trx, locationId)
    })
  }
}
