import { isServedAt, type Queued } from '#plugins/queue-caller/domain/queue_order'
import {
  expectedOrder,
  type OpenCounter,
  type QueueNow,
} from '#plugins/queue-caller/domain/waiting_time'

/**
 * How many people will be called before a ticket, by the rule of the queue, at the counters that
 * may call it: who is called elsewhere stands in nobody's way. While nobody sits at such a counter
 * the order is told as if somebody did.
 */
export function peopleAhead(ticket: Queued, queue: QueueNow): number {
  const open = queue.counters.filter((counter) => isServedAt(ticket, counter))
  const own = open.length > 0 ? open : [standIn(ticket, queue.now)]
  const counters = open.length > 0 ? queue.counters : own
  const ids = new Set(own.map(({ id }) => id))
  const order = expectedOrder({ ...queue, counters }, ticket.id)
  return order.filter(({ id, counterId }) => id !== ticket.id && ids.has(counterId)).length
}

const standIn = ({ forCounterId, lineId }: Queued, now: number): OpenCounter => ({
  id: forCounterId ?? 0,
  lineIds: forCounterId === null ? [lineId] : [],
  freeAt: now,
})
