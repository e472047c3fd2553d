import db from '@adonisjs/lucid/services/db'
import { marks, rows } from '#core/platform'
import type { TicketState } from '#plugins/queue-caller/domain/ticket_states'

/** The ticket that is called or served at a counter. */
export type TicketAt = {
  readonly id: number
  readonly code: string
  readonly state: Extract<TicketState, 'called' | 'serving'>
  readonly lineId: number
  /** Since when it is called, or since when it is served. */
  readonly since: number
}

/** Somebody at a counter. */
export type Seat = {
  readonly sessionId: number
  readonly counterId: number
  readonly locationId: number
  readonly userId: number
  readonly person: string
  readonly automatic: boolean
  readonly openedAt: number
  readonly pausedAt: number | null
  readonly lineIds: readonly number[]
  readonly ticket: TicketAt | null
}

interface SeatRow {
  session_id: number
  counter_id: number
  location_id: number
  user_id: number
  first_name: string
  last_name: string
  automatic: boolean | number
  opened_at: number | string
  paused_at: number | string | null
  line_id: number | null
  ticket_id: number | null
  code: string
  state: TicketAt['state']
  ticket_line_id: number
  since: number | string
}

const SELECT = `select s.id as session_id, s.counter_id, c.location_id, s.user_id, u.first_name, u.last_name, s.automatic, s.opened_at, s.paused_at, l.line_id, t.id as ticket_id, t.code, t.state, t.line_id as ticket_line_id, coalesce(t.started_at, t.called_at) as since
  from queue_caller_sessions s join queue_caller_counters c on c.id = s.counter_id
  join accounts_users u on u.id = s.user_id
  left join queue_caller_counter_lines l on l.counter_id = s.counter_id
  left join queue_caller_tickets t on t.counter_id = s.counter_id and t.state in ('called', 'serving')
  where s.closed_at is null`

/** Who sits where at some locations, and where one person sits wherever it is. One statement. */
export async function seats(of: { locationIds: readonly number[]; userId?: number }) {
  const { locationIds, userId = 0 } = of
  const there = locationIds.length > 0 ? `c.location_id in (${marks(locationIds)})` : '1 = 0'
  const sql = `${SELECT} and (s.user_id = ? or ${there}) order by s.id, l.line_id`
  const found = await rows<SeatRow>(db.connection(), sql, [userId, ...locationIds])
  return [...Map.groupBy(found, (row) => row.session_id).values()].map(seatOf)
}

function seatOf(lines: readonly SeatRow[]): Seat {
  const [row] = lines
  return {
    sessionId: row.session_id,
    counterId: row.counter_id,
    locationId: row.location_id,
    userId: row.user_id,
    person: `${row.first_name} ${row.last_name}`.trim(),
    automatic: Boolean(row.automatic),
    openedAt: Number(row.opened_at),
    pausedAt: row.paused_at === null ? null : Number(row.paused_at),
    lineIds: lines.flatMap(({ line_id: id }) => id ?? []),
    ticket: row.ticket_id === null ? null : ticketOf(row, row.ticket_id),
  }
}

const ticketOf = (row: SeatRow, id: number): TicketAt => ({
  ...{ id, code: row.code, state: row.state },
  lineId: row.ticket_line_id,
  since: Number(row.since),
})
