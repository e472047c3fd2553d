import { rows, type Client } from '#core/platform'
import type { Queued } from '#plugins/queue-caller/domain/queue_order'

interface QueuedRow {
  id: number
  line_id: number
  urgent: boolean | number
  among: Queued['among']
  order_at: number | string
  due_from: number | string
  for_counter_id: number | null
  version: number
}

/** A ticket that may be called, as it was read: `version` guards the step that follows. */
export type QueuedTicket = Queued & { readonly version: number }

const SELECT = `select id, line_id, urgent, among, order_at, due_from, for_counter_id, version from queue_caller_tickets where location_id = ? and day = ? and state in ('waiting', 'absent')`

/** Who waits or is to be called again at a location; appointments of later today among them. */
export async function queuedTickets(
  client: Client,
  { locationId, day }: { locationId: number; day: string }
): Promise<QueuedTicket[]> {
  const found = await rows<QueuedRow>(client, SELECT, [locationId, day])
  return found.map((row) => ({
    id: row.id,
    seq: row.id,
    lineId: row.line_id,
    urgent: Boolean(row.urgent),
    among: row.among,
    orderAt: Number(row.order_at),
    dueFrom: Number(row.due_from),
    forCounterId: row.for_counter_id,
    version: row.version,
  }))
}
