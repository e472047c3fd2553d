import { setTimeout as wait } from 'node:timers/promises'
import type { TestServer } from '#tests/kit/servers'
import { Booker, numberOn } from '#tests/journeys/booker'
import type { Planner } from '#tests/journeys/planners'

/** A booking that the server confirmed: its ticket and, once seen, the number on it. */
export type Acknowledged = { email: string; ticket: string; number: string | null }

/** What all customers together were told since the first round. */
export type Told = {
  acknowledged: Acknowledged[]
  /** Forms whose answer was lost with the server. */
  unanswered: Booker[]
  /** Answers that nobody should ever get. */
  errors: string[]
}

type Busy = { planner: Planner; starts: number[] }

/** A customer with a complete form for a time that is held; null when a server went down meanwhile. */
async function readyBooker(
  server: TestServer,
  { planner, starts }: Busy,
  told: Told
): Promise<Booker | null> {
  for (;;) {
    const booker = new Booker(server, planner)
    try {
      const start = starts[Math.floor(Math.random() * starts.length)]
      const chosen = await booker.choose(start)
      if (chosen.status === 409) continue
      const filled = await booker.fillIn()
      if (chosen.status === 303 && filled.status === 303) return booker
      told.errors.push(`choosing ${chosen.status}, details ${filled.status}`)
      return null
    } catch {
      return null
    }
  }
}

/** Confirms, and books one appointment after the other until the server is gone. */
async function bookUntilKilled(
  server: TestServer,
  busy: Busy,
  first: Booker | null,
  told: Told
): Promise<void> {
  let booker = first
  while (booker && (await isAcknowledged(booker, told))) {
    booker = await readyBooker(server, busy, told)
  }
}

/** Sends the form; false when the server went down before it answered. */
async function isAcknowledged(booker: Booker, told: Told): Promise<boolean> {
  const answer = await booker.confirm().catch(() => null)
  if (answer === null) {
    told.unanswered.push(booker)
    return false
  }
  if (answer.status !== 303) {
    told.errors.push(`confirming: ${answer.status}`)
    return true
  }
  const entry: Acknowledged = { email: booker.email, ticket: answer.location!, number: null }
  told.acknowledged.push(entry)
  const page = await booker.client.get(entry.ticket).catch(() => null)
  entry.number = page && numberOn(page)
  return true
}

/**
 * Kills the server at a random moment after so many customers sent their forms, while they go on
 * booking, and waits until all of them know it.
 */
export async function killDuringBookings(
  server: TestServer,
  { customers, within, ...busy }: Busy & { customers: number; within: number },
  told: Told
): Promise<void> {
  const ready = await Promise.all(
    Array.from({ length: customers }, () => readyBooker(server, busy, told))
  )
  const all = Promise.all(ready.map((booker) => bookUntilKilled(server, busy, booker, told)))
  await wait(Math.random() * within)
  await server.kill9()
  await all
}
