import { dialect, rows, type Trx } from '#core/platform'
import { nextInQueue, type Situation } from '#plugins/queue-caller/domain/queue_order'
import type { QueuedTicket } from '#plugins/queue-caller/queries/queued_tickets'

/** The next one whom nothing else is happening to; somebody who is just leaving is passed over. */
export async function firstFree(trx: Trx, served: QueuedTicket[], situation: Situation) {
  let left = served
  for (;;) {
    const next = nextInQueue(left, situation)
    if (!next || (await isFree(trx, next.ticket))) return next
    left = left.filter((ticket) => ticket !== next.ticket)
  }
}

async function isFree(trx: Trx, { id, version }: QueuedTicket): Promise<boolean> {
  // SQLite has one writer, who has just read it.
  if (dialect(trx) === 'sqlite') return true
  const lock =
    'select 1 from queue_caller_tickets where id = ? and version = ? for update skip locked'
  return (await rows(trx, lock, [id, version])).length > 0
}
