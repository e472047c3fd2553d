import { Cron } from 'croner'

const patterns = new Map<string, Cron>()

/**
 * The latest instant at or before `now` (epoch ms) at which a cron pattern was due, in UTC; null
 * when it never was. After an outage a schedule so runs once, not once for every time missed.
 */
export function latestDue(pattern: string, now: number): number | null {
  let cron = patterns.get(pattern)
  if (!cron) {
    cron = new Cron(pattern, { timezone: 'UTC', paused: true })
    patterns.set(pattern, cron)
  }
  // croner leaves the reference itself out and counts whole seconds.
  const [latest] = cron.previousRuns(1, new Date(Math.floor(now / 1000) * 1000 + 1))
  return latest ? latest.getTime() : null
}
