import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import { UNDOABLE, type TicketEventKind } from '#plugins/queue-caller/domain/ticket_states'

export type LastStep = { ticketId: number; code: string; kind: TicketEventKind; at: number }

type Asked = {
  locationId: number
  day: string
  counterId: number
  /** Steps before somebody sat down are not theirs to take back. */
  since: number
}

const SELECT = `select e.ticket_id, t.code, e.kind, e.at from queue_caller_events e
  join queue_caller_tickets t on t.id = e.ticket_id
  where e.location_id = ? and e.day = ? and e.at >= ? and e.counter_id = ? and e.kind in (${marks(UNDOABLE)})
  and not exists (select 1 from queue_caller_events later where later.ticket_id = e.ticket_id and later.id > e.id)
  order by e.id desc limit 1`

/** Q6: the last click of a counter, as long as nothing else has happened to that ticket. */
export async function lastStep(asked: Asked): Promise<LastStep | null> {
  const { locationId, day, counterId, since } = asked
  const [row] = await rows<{
    ticket_id: number
    code: string
    kind: TicketEventKind
    at: number | string
  }>(db.connection(), SELECT, [locationId, day, since, counterId, ...UNDOABLE])
  if (!row) return null
  return { ticketId: row.ticket_id, code: row.code, kind: row.kind, at: Number(row.at) }
}
