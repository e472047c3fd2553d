const WINDOW_MS = 60_000

/** How many messages a sender may still send in this minute. */
export type Budget = { windowStart: number; used: number }

export const newBudget = (): Budget => ({ windowStart: 0, used: 0 })

/** Counts one message; false when the minute's limit is used up. */
export function spend(budget: Budget, now: number, limit: number): boolean {
  if (now - budget.windowStart >= WINDOW_MS) {
    budget.windowStart = now
    budget.used = 0
  }
  budget.used++
  return budget.used <= limit
}
