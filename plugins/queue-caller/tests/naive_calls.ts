import { inARowAfter, isServedAt, nextInQueue } from '#plugins/queue-caller/domain/queue_order'
import type { QueueNow } from '#plugins/queue-caller/domain/waiting_time'

/** The queue played on by looking at everybody for each call: plain, and slow. */
export function naiveCalls(queue: QueueNow): Map<number, number> {
  let counters = queue.counters.map((counter) => ({
    ...counter,
    freeAt: Math.max(counter.freeAt, queue.now),
  }))
  let waiting = [...queue.tickets]
  const lines = new Map(queue.lines)
  const calls = new Map<number, number>()
  while (counters.length > 0) {
    const counter = counters.reduce((first, other) => (other.freeAt < first.freeAt ? other : first))
    const now = counter.freeAt
    const served = waiting.filter((ticket) => isServedAt(ticket, counter))
    const next = nextInQueue(served, { now, lines })
    if (!next) {
      const later = served.map(({ dueFrom }) => dueFrom)
      if (later.length === 0) counters = counters.filter((one) => one !== counter)
      else counter.freeAt = Math.min(...later)
      continue
    }
    const { ticket } = next
    calls.set(ticket.id, now)
    waiting = waiting.filter((one) => one !== ticket)
    const line = lines.get(ticket.lineId)!
    const others = waiting.filter(({ lineId }) => lineId === ticket.lineId)
    const inARow = inARowAfter(ticket, others, { inARow: line.inARow, now })
    lines.set(ticket.lineId, { ...line, inARow })
    counter.freeAt = now + queue.serviceTime(ticket.lineId)
  }
  return calls
}
