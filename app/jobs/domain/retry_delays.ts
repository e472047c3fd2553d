const MINUTE = 60_000
const HOUR = 60 * MINUTE
const FIRST_DELAYS = [1 * MINUTE, 5 * MINUTE, 15 * MINUTE, 1 * HOUR]
const LATER_DELAY = 4 * HOUR
const GIVE_UP_AFTER = 48 * HOUR

/**
 * Milliseconds until the next attempt after `attempts` failed ones, or null when the job has been
 * tried for 48 hours: 1 min, 5 min, 15 min, 1 h, then every 4 h (16 attempts in all).
 */
export function retryDelay(attempts: number): number | null {
  const waited = (count: number) =>
    FIRST_DELAYS.slice(0, count).reduce((sum, delay) => sum + delay, 0) +
    Math.max(0, count - FIRST_DELAYS.length) * LATER_DELAY
  const delay = FIRST_DELAYS[attempts - 1] ?? LATER_DELAY
  return waited(attempts) <= GIVE_UP_AFTER ? delay : null
}
