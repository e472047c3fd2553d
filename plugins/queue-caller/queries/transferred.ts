import { marks, rows } from '#core/platform'
import { Ticket } from '#plugins/queue-caller/models/ticket'

const TRANSFERRED = `select ticket_id from queue_caller_events where kind = 'transferred' and user_id is not null and ticket_id in`

/** Those of these tickets that staff transferred, by id. */
export async function transferredByStaff(ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { client } = Ticket.query()
  const found = await rows<{ ticket_id: number }>(client, `${TRANSFERRED} (${marks(ids)})`, ids)
  return new Set(found.map((row) => row.ticket_id))
}
