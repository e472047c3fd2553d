import db from '@adonisjs/lucid/services/db'
import type { Translated } from '#core/organisation'
import { marks, rows } from '#core/platform'
import { isOver, TICKET_STATES, type TicketState } from '#plugins/queue-caller/domain/ticket_states'
import type { QueuedTicket } from '#plugins/queue-caller/queries/queued_tickets'

/** A ticket of today that is not over, with what staff need to know of the person. */
export type DeskTicket = QueuedTicket & {
  readonly locationId: number
  readonly day: string
  readonly code: string
  readonly state: TicketState
  readonly calls: number
  readonly note: string | null
  readonly counterId: number | null
  readonly issuedAt: number
  readonly startsAt: number | null
  readonly checkedInAt: number | null
  readonly calledAt: number | null
  readonly startedAt: number | null
  /** Of an appointment. */
  readonly service: Translated | null
  readonly customer: { readonly id: number; readonly name: string } | null
}

type Instant = number | string
interface DeskRow {
  id: number
  location_id: number
  day: string
  line_id: number
  code: string
  state: TicketState
  calls: number
  urgent: boolean | number
  among: QueuedTicket['among']
  order_at: Instant
  due_from: Instant
  counter_id: number | null
  for_counter_id: number | null
  note: string | null
  version: number
  issued_at: Instant
  starts_at: Instant | null
  checked_in_at: Instant | null
  called_at: Instant | null
  started_at: Instant | null
  service_name: string | null
  customer_id: number | null
  first_name: string
  last_name: string
}

const OPEN = TICKET_STATES.filter((state) => !isOver(state))
const COLUMNS = [
  ...['id', 'location_id', 'day', 'line_id', 'code', 'state', 'calls', 'urgent', 'among'],
  ...['order_at', 'due_from', 'counter_id', 'for_counter_id', 'note', 'version', 'issued_at'],
  ...['starts_at', 'checked_in_at', 'called_at', 'started_at'],
]
const SELECT = `select ${COLUMNS.map((name) => `t.${name}`).join(', ')}, s.name as service_name, c.id as customer_id, c.first_name, c.last_name
  from queue_caller_tickets t left join scheduling_reservations r on r.id = t.reservation_id
  left join scheduling_services s on s.id = r.service_id
  left join customers_customers c on c.id = r.customer_id
  where t.state in (${marks(OPEN)})`

type Place = { readonly id: number; readonly day: string }

/** Tickets of some locations that are not over, each of its location's day. One statement. */
export async function deskTickets(places: readonly Place[]): Promise<DeskTicket[]> {
  if (places.length === 0) return []
  const days = new Map(places.map(({ id, day }) => [id, day]))
  const each = [...new Set(days.values())]
  const sql = `${SELECT} and t.location_id in (${marks(places)}) and t.day in (${marks(each)}) order by t.id`
  const found = await rows<DeskRow>(db.connection(), sql, [...OPEN, ...days.keys(), ...each])
  return found.filter((row) => row.day === days.get(row.location_id)).map(ticketOf)
}

const instant = (value: Instant | null) => (value === null ? null : Number(value))

function ticketOf(row: DeskRow): DeskTicket {
  const { id, day, code, state, calls, note, among, version } = row
  return {
    ...{ id, seq: id, day, code, state, calls, note, among, version },
    locationId: row.location_id,
    lineId: row.line_id,
    urgent: Boolean(row.urgent),
    orderAt: Number(row.order_at),
    dueFrom: Number(row.due_from),
    counterId: row.counter_id,
    forCounterId: row.for_counter_id,
    issuedAt: Number(row.issued_at),
    startsAt: instant(row.starts_at),
    checkedInAt: instant(row.checked_in_at),
    calledAt: instant(row.called_at),
    startedAt: instant(row.started_at),
    service: row.service_name === null ? null : (JSON.parse(row.service_name) as Translated),
    customer: customerOf(row),
  }
}

const customerOf = ({ customer_id: id, first_name: first, last_name: last }: DeskRow) =>
  id === null ? null : { id, name: `${first} ${last}`.trim() }
