import { rows, type Client } from '#core/platform'
import type { Counter } from '#plugins/queue-caller/models/counter'
import { CounterSession } from '#plugins/queue-caller/models/counter_session'

/** Where somebody sits now, with the counter; null while they sit nowhere. */
export function sessionOf(userId: number): Promise<CounterSession | null> {
  return CounterSession.query()
    .where('userId', userId)
    .whereNull('closedAt')
    .preload('counter')
    .first()
}

/** Ids of the lines that people are called from at a counter. */
export async function lineIdsServedAt(client: Client, { id }: Counter): Promise<number[]> {
  const select = 'select line_id from queue_caller_counter_lines where counter_id = ?'
  const served = await rows<{ line_id: number }>(client, select, [id])
  return served.map((row) => row.line_id)
}

/** The ticket that is called or served at a counter, if any. */
export async function ticketAt(client: Client, counterId: number): Promise<number | null> {
  const select = `select id from queue_caller_tickets where counter_id = ? and state in ('called', 'serving')`
  const [row] = await rows<{ id: number }>(client, select, [counterId])
  return row?.id ?? null
}
