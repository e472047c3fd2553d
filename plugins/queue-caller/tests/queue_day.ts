import {
  inARowAfter,
  isDue,
  nextInQueue,
  type LineSituation,
  type Reason,
  type Waiting,
} from '#plugins/queue-caller/domain/queue_order'
import { afterAbsent } from '#plugins/queue-caller/domain/standing'

const MINUTE = 60_000
export const LINE = 1
export const RULES = { mostInARow: 2, longestWaitMinutes: 60 }
export const RECALL = { extraCalls: 3, intervalMinutes: 10 }

export type Call = {
  ticket: Waiting
  reason: Reason
  at: number
  /** everybody else who could have been called */
  others: readonly Waiting[]
}

export type QueueDay = {
  tickets: readonly Waiting[]
  counters: number
  /** minutes that the nth call takes, and whether the person came */
  talk: (nth: number) => { minutes: number; came: boolean }
}

/** Plays a day of one line by the rules alone, until nobody is left to be called. */
export function playDay({ tickets, counters, talk }: QueueDay): Call[] {
  const calls: Call[] = []
  const times = new Map<number, number>()
  const free = Array.from({ length: counters }, () => 0)
  let waiting = [...tickets]
  let situation: LineSituation = { ...RULES, inARow: 0 }
  while (waiting.length > 0) {
    const counter = free.indexOf(Math.min(...free))
    const at = Math.max(free[counter], Math.min(...waiting.map(({ dueFrom }) => dueFrom)))
    const next = nextInQueue(waiting, { now: at, lines: new Map([[LINE, situation]]) })!
    const { ticket, reason } = next
    waiting = waiting.filter((one) => one !== ticket)
    calls.push({ ticket, reason, at, others: waiting.filter((one) => isDue(one, at)) })
    situation = {
      ...situation,
      inARow: inARowAfter(ticket, waiting, { inARow: situation.inARow, now: at }),
    }
    const { minutes, came } = talk(calls.length)
    free[counter] = at + (came ? minutes : 1) * MINUTE
    if (came) continue
    times.set(ticket.id, (times.get(ticket.id) ?? 0) + 1)
    const again = afterAbsent({ calls: times.get(ticket.id)!, calledAt: at }, RECALL)
    if (again) waiting.push({ ...ticket, ...again })
  }
  return calls
}
