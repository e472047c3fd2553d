import { marks, randomId, rows, type Trx } from '#core/platform'
import type { Location } from '#core/organisation'
import { localOf } from '#core/scheduling'
import type { DemoDay, DemoQueue } from '#plugins/queue-caller/database/demo/days'
import type { PastTicket } from '#plugins/queue-caller/database/demo/past_ticket'
import { nthTicket, ticketCode } from '#plugins/queue-caller/domain/ticket_number'
import type { Line } from '#plugins/queue-caller/models/line'

const MINUTE = 60_000
/** SQLite takes 32,766 values in one statement. */
const AT_ONCE = 400

type Row = Record<string, string | number | boolean | null>

export async function insertAll(trx: Trx, table: string, all: readonly Row[]): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const some = all.slice(from, from + AT_ONCE)
    const names = Object.keys(some[0])
    const values = some.map(() => `(${marks(names)})`).join(', ')
    const insert = `insert into ${table} (${names.join(', ')}) values ${values}`
    const bindings = some.flatMap((row) => names.map((name) => row[name]))
    await rows(trx, insert, bindings)
  }
}

type Past = DemoQueue & { days: readonly DemoDay[]; userIds: readonly number[] }

/** Tickets, their log, what each line gave out and who sat where, of some days of one location. */
export async function insertDays(trx: Trx, past: Past): Promise<void> {
  const { location, lines, days } = past
  const all = days.flatMap(({ day, tickets }) =>
    tickets.map((ticket) => ({ day, ticket, publicId: randomId() }))
  )
  const byId = new Map(lines.map((line) => [line.id, line]))
  const columns = all.map((one) => {
    return ticketColumns(one, { location, line: byId.get(one.ticket.issuedLineId)! })
  })
  await insertAll(trx, 'queue_caller_tickets', columns)
  const select = 'select id, public_id from queue_caller_tickets where location_id = ?'
  const stored = await rows<{ id: number; public_id: string }>(trx, select, [location.id])
  const ids = new Map(stored.map((row) => [row.public_id, row.id]))
  const who = usersAt(past)
  const events = all.flatMap((one) => {
    return eventColumns(one, { location, id: ids.get(one.publicId)!, who })
  })
  await insertAll(trx, 'queue_caller_events', events)
  await insertAll(trx, 'queue_caller_days', issuedRows(lines, days))
  await insertAll(trx, 'queue_caller_sessions', sessionRows(who, days))
}

type Who = ReadonlyMap<number, number>

/** By counter who sat there. */
const usersAt = ({ counters, userIds }: Past): Who =>
  new Map(
    counters.flatMap(({ id }, index) => {
      const userId = userIds[index % Math.max(userIds.length, 1)]
      return userId === undefined ? [] : [[id, userId] as const]
    })
  )

type Told = { day: string; ticket: PastTicket; publicId: string }

function ticketColumns(
  { day, ticket, publicId }: Told,
  { location, line }: { location: Location; line: Line }
): Row {
  const { firstNumber: first, lastNumber: last, letter } = line
  const { number, cycle } = nthTicket(ticket.nth, { first, last })
  const { startedAt } = ticket
  return {
    ...{ public_id: publicId, location_id: location.id, day, line_id: ticket.lineId },
    ...{ code: ticketCode(letter, number), issued_line_id: line.id, cycle, number },
    ...{ state: ticket.state, calls: ticket.calls, urgent: false, among: ticket.among },
    ...{ order_at: ticket.orderAt, due_from: ticket.dueFrom, counter_id: ticket.counterId },
    left_by: ticket.state === 'left' ? 'person' : null,
    ...{ told_from: ticket.told?.from ?? null, told_to: ticket.told?.to ?? null },
    ...{ issued_at: ticket.issuedAt, called_at: ticket.calledAt, announced_at: ticket.calledAt },
    started_at: startedAt,
    started_hour:
      startedAt === null ? null : Math.floor(localOf(location.zone, startedAt).minute / 60),
    ...{ ended_at: ticket.endedAt, version: ticket.events.length },
  }
}

type Logged = { location: Location; id: number; who: Who }

function eventColumns({ day, ticket }: Told, { location, id, who }: Logged): Row[] {
  return ticket.events.map(({ kind, state, at, lineId, counterId, details }) => ({
    ...{ ticket_id: id, location_id: location.id, line_id: lineId, counter_id: counterId },
    ...{
      user_id: who.get(counterId ?? 0) ?? null,
      day,
      kind,
      state,
      at,
      details: JSON.stringify(details),
    },
  }))
}

function issuedRows(lines: readonly Line[], days: readonly DemoDay[]): Row[] {
  return days.flatMap(({ day, tickets }) =>
    lines.map(({ id }) => {
      const issued = tickets.filter(({ issuedLineId }) => issuedLineId === id).length
      return { line_id: id, day, issued, in_a_row: 0 }
    })
  )
}

/** From a little before opening until the last one is served. */
function sessionRows(who: Who, days: readonly DemoDay[]): Row[] {
  const over = days.filter(({ isOver }) => isOver)
  return over.flatMap(({ opens, closes, tickets }) =>
    [...who].map(([counterId, userId]) => {
      const ends = tickets.flatMap((ticket) => ticket.timesAt(counterId))
      const closedAt = Math.max(closes, ...ends) + 2 * MINUTE
      return {
        ...{ counter_id: counterId, user_id: userId, automatic: false },
        ...{ opened_at: opens - 4 * MINUTE, paused_at: null, closed_at: closedAt },
      }
    })
  )
}
