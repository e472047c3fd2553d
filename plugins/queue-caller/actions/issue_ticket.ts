import type { Locale } from '#core/organisation'
import { clock, rows, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { localDateOf } from '#core/scheduling'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { noteEvent } from '#plugins/queue-caller/actions/take_step'
import { walkInStanding } from '#plugins/queue-caller/domain/standing'
import { nthTicket, ticketCode } from '#plugins/queue-caller/domain/ticket_number'
import type { Line } from '#plugins/queue-caller/models/line'
import { Ticket } from '#plugins/queue-caller/models/ticket'
import { openLines } from '#plugins/queue-caller/queries/open_lines'
import { expectedWait } from '#plugins/queue-caller/queries/expected_waits'

type Wanted = {
  line: Line
  location: { readonly id: number; readonly zone: string }
  by: Actor
  locale?: Locale
  urgent?: boolean
  note?: string | null
}

/**
 * Q1: a walk-in takes a place in a line. Staff give tickets out also while the line is closed or
 * its contingent used up; nobody else does.
 */
export class IssueTicket {
  async handle(wanted: Wanted): Promise<Result<{ ticket: Ticket }, 'closed' | 'full'>> {
    const { line, location, by } = wanted
    const isDesk = by.kind === 'staff'
    if (!isDesk && !(await openLines(location)).has(line.id)) return { ok: false, reason: 'closed' }
    const told = await expectedWait(location, line)
    return transaction(async (trx) => {
      const day = localDateOf(location.zone, clock.now())
      const nth = await nextOf(trx, { line, day, limit: isDesk ? null : line.contingent })
      if (nth === null) return { ok: false, reason: 'full' }
      const ticket = await addTicket(trx, wanted, { day, nth })
      if (told) await ticket.merge({ toldFrom: told.from, toldTo: told.to }).save()
      await noteEvent(trx, ticket, 'issued', { by, counterId: null })
      await queueChanged(trx, location.id)
      return { ok: true, ticket }
    })
  }
}

async function addTicket(
  trx: Trx,
  { line, location, locale, urgent, note }: Wanted,
  { day, nth }: { day: string; nth: number }
): Promise<Ticket> {
  const now = clock.now()
  const { firstNumber: first, lastNumber: last } = line
  const { number, cycle } = nthTicket(nth, { first, last })
  return Ticket.create(
    {
      ...walkInStanding(now),
      ...{ locationId: location.id, lineId: line.id, issuedLineId: line.id, issuedAt: now },
      ...{ day, number, cycle, locale, urgent, note },
      code: ticketCode(line.letter, number),
    },
    { client: trx }
  )
}

/** The how-manieth ticket of its day this is; null once the contingent is used up. */
async function nextOf(
  trx: Trx,
  { line, day, limit }: { line: Line; day: string; limit: number | null }
): Promise<number | null> {
  const [row] = await rows<{ issued: number }>(
    trx,
    `insert into queue_caller_days (line_id, day, issued, in_a_row) values (?, ?, 1, 0)
     on conflict (line_id, day) do update set issued = queue_caller_days.issued + 1
     where queue_caller_days.issued < ? returning issued`,
    [line.id, day, limit ?? 2_000_000_000]
  )
  return row?.issued ?? null
}
