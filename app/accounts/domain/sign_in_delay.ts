const FREE_FAILURES = 4
const LONGEST_SECONDS = 60

/** Failures are counted in windows of this many milliseconds. */
export const FAILURE_WINDOW = 15 * 60_000

export type Failures = { failures: number; since: number; retryAt: number }

/** Pause in milliseconds after the nth failure in a row: 0 up to the 4th, then 1, 2, 4 … 60 s. */
export function delayAfter(failures: number): number {
  if (failures <= FREE_FAILURES) return 0
  return Math.min(2 ** (failures - FREE_FAILURES - 1), LONGEST_SECONDS) * 1000
}

/** The state after one more failure at `now`; a window that has passed is forgotten. */
export function afterFailure(before: Failures | null, now: number): Failures {
  const running = before !== null && now < before.since + FAILURE_WINDOW
  const failures = running ? before.failures + 1 : 1
  return { failures, since: running ? before.since : now, retryAt: now + delayAfter(failures) }
}
