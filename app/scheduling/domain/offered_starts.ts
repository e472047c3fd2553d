import type { Calendar } from '#app/scheduling/domain/calendar'

/** An open session of a group service, with so many free places. */
export interface JoinableSession {
  readonly id: number
  /** epoch milliseconds */
  readonly startsAt: number
  readonly places: number
}

const MS_PER_MINUTE = 60_000

/** Index of an instant (epoch ms) on the grid, or -1. */
export function startIndex(calendar: Calendar, startsAt: number): number {
  const minute = startsAt / MS_PER_MINUTE
  let low = 0
  let high = calendar.starts.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (calendar.starts[middle] === minute) return middle
    if (calendar.starts[middle] < minute) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Places at each start: those left in open sessions, and those of the sessions still possible. */
export function placesPerStart(
  calendar: Calendar,
  free: Int32Array,
  sessions: readonly JoinableSession[],
  capacity: number
): Int32Array {
  const places = capacity === 1 ? free.slice() : free.map((count) => count * capacity)
  for (const session of sessions) {
    const index = startIndex(calendar, session.startsAt)
    if (index >= 0) places[index] += session.places
  }
  return places
}
