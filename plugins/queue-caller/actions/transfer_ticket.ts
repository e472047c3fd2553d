import { clock, rows, transaction, type Actor, type Result, type Trx } from '#core/platform'
import { queueChanged } from '#plugins/queue-caller/actions/queue_changed'
import { takeStep } from '#plugins/queue-caller/actions/take_step'
import type { Line } from '#plugins/queue-caller/models/line'
import type { Ticket } from '#plugins/queue-caller/models/ticket'

export type Transfer = {
  line: Line
  /** Only there it is called; null: at any counter of the line. */
  counterId: number | null
  place: 'first' | 'last'
  by: Actor
}

/** Q6: on to another line or counter. When it was issued stays, so that waiting is counted right. */
export class TransferTicket {
  async handle(
    ticket: Ticket,
    { line, counterId, place, by }: Transfer
  ): Promise<Result<{ ticket: Ticket }, 'changed'>> {
    return transaction(async (trx) => {
      const now = clock.now()
      const orderAt = place === 'last' ? now : Math.min(now, (await firstIn(trx, line, ticket)) - 1)
      const moved = await takeStep(trx, ticket, 'transfer', {
        by,
        lineId: line.id,
        calls: 0,
        counterId: null,
        forCounterId: counterId,
        orderAt,
        dueFrom: orderAt,
        startedAt: null,
        startedHour: null,
      })
      if (!moved) return { ok: false, reason: 'changed' }
      await queueChanged(trx, ticket.locationId)
      return { ok: true, ticket }
    })
  }
}

/** Order time of the first of its kind in a line. */
async function firstIn(trx: Trx, line: Line, { day, among }: Ticket): Promise<number> {
  const select = `select min(order_at) as first from queue_caller_tickets where line_id = ? and day = ? and among = ? and state in ('waiting', 'absent')`
  const [{ first }] = await rows<{ first: number | string | null }>(trx, select, [
    line.id,
    day,
    among,
  ])
  return first === null ? clock.now() : Number(first)
}
