import {
  inARowAfter,
  isDue,
  nextInQueue,
  type LineSituation,
  type Queued,
} from '#plugins/queue-caller/domain/queue_order'
import { typicalTime } from '#plugins/queue-caller/domain/service_time'
import {
  afterAbsent,
  appointmentStanding,
  walkInStanding,
} from '#plugins/queue-caller/domain/standing'
import { expectedCall, expectedFree } from '#plugins/queue-caller/domain/waiting_time'
import { LINE, RECALL, RULES } from '#plugins/queue-caller/tests/queue_day'

const MINUTE = 60_000
const OPENS = Date.parse('2027-01-19T08:00:00Z')
/** Everybody is served within this, in minutes of a day that began at eight. */
const LONGEST = 24 * 60

/** What was told to a walk-in, and what came; milliseconds. */
export type Told = { expected: number; came: number; ahead: number; typical: number }

export type DayPlan = {
  /** 0 … 1 */
  random: () => number
  /** a minute of the day at which each of them opens */
  counters: readonly number[]
  walkIns: number
  appointments: number
  /** what serving really takes on the average, and what the line says, in minutes */
  talk: { mean: number; prior: number }
  /** share of those who do not come to their first call */
  away: number
}

type Counter = { opens: number; startedAt: number; freeAt: number }

/** A morning's crowd and a calmer afternoon: most come in the first third of eight hours. */
const arrival = (random: () => number) => Math.floor(random() ** 1.4 * 420)

/** Durations as they are at counters: many short ones, a few that take three times as long. */
function talkTime(random: () => number, mean: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const spread = 0.5
  return mean * Math.exp(normal * spread - (spread * spread) / 2) * MINUTE
}

/** Plays one day minute by minute with people as they are, and asks for the wait at each issue. */
export function simulatedDay(plan: DayPlan): Told[] {
  const { random, talk } = plan
  const arrivals = [
    ...Array.from({ length: plan.walkIns }, () => ({ minute: arrival(random), kind: 'walk_in' })),
    ...Array.from({ length: plan.appointments }, () => ({
      minute: Math.floor((random() * 420) / 10) * 10,
      kind: 'appointment',
    })),
  ]
  const tickets = arrivals.map(({ minute, kind }, id): Queued & { minute: number } => {
    const at = OPENS + minute * MINUTE
    const standing = kind === 'walk_in' ? walkInStanding(at) : appointmentStanding(at)
    return { ...standing, id, seq: id, lineId: LINE, urgent: false, forCounterId: null, minute }
  })
  const counters: Counter[] = plan.counters.map((minute) => {
    const opens = OPENS + minute * MINUTE
    return { opens, startedAt: opens, freeAt: opens }
  })
  const served: number[] = []
  const calls = new Map<number, number>()
  const told = new Map<number, Told>()
  let waiting: Queued[] = tickets.filter(({ among }) => among === 'appointments')
  let line: LineSituation = { ...RULES, inARow: 0 }

  const callAll = (now: number) => {
    for (const counter of counters) {
      if (counter.freeAt > now) continue
      const next = nextInQueue(waiting, { now, lines: new Map([[LINE, line]]) })
      if (!next) return
      const { ticket } = next
      waiting = waiting.filter((one) => one !== ticket)
      line = { ...line, inARow: inARowAfter(ticket, waiting, { inARow: line.inARow, now }) }
      const count = (calls.get(ticket.id) ?? 0) + 1
      calls.set(ticket.id, count)
      const issue = told.get(ticket.id)
      if (issue && count === 1) issue.came = now - ticket.orderAt
      counter.startedAt = now
      const comes = count > 1 || random() >= plan.away
      const again = comes ? null : afterAbsent({ calls: count, calledAt: now }, RECALL)
      if (again) waiting.push({ ...ticket, ...again })
      counter.freeAt = now + (comes ? talkTime(random, talk.mean) : MINUTE)
      if (comes) served.unshift(counter.freeAt - now)
    }
  }

  for (let minute = 0; minute < LONGEST; minute++) {
    const now = OPENS + minute * MINUTE
    for (const ticket of tickets) {
      if (ticket.minute !== minute || ticket.among !== 'walk_ins') continue
      waiting.push(ticket)
      const open = counters.filter(({ opens }) => opens <= now)
      const known = served.slice(open.filter(({ freeAt }) => freeAt > now).length)
      const typical = typicalTime(known, talk.prior * MINUTE)
      const call = expectedCall(ticket.id, {
        now,
        tickets: waiting,
        lines: new Map([[LINE, line]]),
        serviceTime: () => typical,
        counters: open.map(({ startedAt, freeAt }, id) => ({
          id,
          lineIds: [LINE],
          freeAt: freeAt <= now ? now : expectedFree({ startedAt, typical }, now),
        })),
      })
      const ahead = waiting.filter((one) => one !== ticket && isDue(one, now)).length
      if (call !== null) told.set(ticket.id, { expected: call - now, came: -1, ahead, typical })
    }
    callAll(now)
  }
  return [...told.values()].filter(({ came }) => came >= 0)
}
