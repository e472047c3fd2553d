/** So many of the last served count. */
export const COUNTED = 30
/** The line's own figure weighs as much as so many that were served. */
const PRIOR_WEIGHT = 5
/** Share that is cut off at each end, so that one long talk does not tell of all others. */
const CUT = 0.1

/**
 * How long serving somebody takes: the trimmed mean of the last times, drawn towards the line's
 * own figure as long as there are few of them.
 *
 * @param times in milliseconds, the latest first
 * @param prior the line's own figure in milliseconds
 */
export function typicalTime(times: readonly number[], prior: number): number {
  const sorted = times.slice(0, COUNTED).toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length * CUT)
  const kept = sorted.slice(cut, sorted.length - cut)
  const sum = kept.reduce((total, time) => total + time, 0)
  return (sum + prior * PRIOR_WEIGHT) / (kept.length + PRIOR_WEIGHT)
}
