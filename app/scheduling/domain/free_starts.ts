import type { BusyTimes } from '#app/scheduling/domain/busy_times'
import type { Calendar } from '#app/scheduling/domain/calendar'
import { matchPlaces } from '#app/scheduling/domain/match_places'

/** What one session occupies, in minutes. */
export interface Span {
  readonly duration: number
  readonly before: number
  readonly after: number
}

/** Sorted starts with a table that finds "first start at or after" in a few steps. */
interface Grid {
  readonly starts: Int32Array
  readonly origin: number
  readonly rank: Int32Array
}

const BUCKET_BITS = 5

function indexGrid(starts: Int32Array): Grid {
  const origin = starts[0]
  const buckets = ((starts[starts.length - 1] - origin) >> BUCKET_BITS) + 2
  const rank = new Int32Array(buckets)
  let index = 0
  for (let bucket = 0; bucket < buckets; bucket++) {
    const floor = origin + (bucket << BUCKET_BITS)
    while (index < starts.length && starts[index] < floor) index++
    rank[bucket] = index
  }
  return { starts, origin, rank }
}

function firstAtOrAfter(grid: Grid, minute: number): number {
  const { starts, rank } = grid
  if (minute <= grid.origin) return 0
  const bucket = (minute - grid.origin) >> BUCKET_BITS
  if (bucket >= rank.length) return starts.length
  let index = rank[bucket]
  while (index < starts.length && starts[index] < minute) index++
  return index
}

/** Per opening the range of indexes of the starts that fit into it: `[low, high, from, …]`. */
function fittingStarts(grid: Grid, hours: Int32Array, duration: number): Int32Array {
  const ranges = new Int32Array(hours.length)
  for (let i = 0; i < hours.length; i += 2) {
    ranges[i] = firstAtOrAfter(grid, hours[i])
    ranges[i + 1] = Math.max(ranges[i], firstAtOrAfter(grid, hours[i + 1] - duration + 1))
  }
  return ranges
}

/**
 * Adds +1 and -1 at the ends of each range of starts at which one place is
 * free. A stretch that outlasts an opening stays for the next one.
 */
function addFreeRanges(
  change: Int32Array,
  grid: Grid,
  fitting: Int32Array,
  busy: BusyTimes,
  place: number,
  span: Span
): void {
  const reach = span.duration + span.after
  const end = busy.first[place + 1]
  let at = busy.first[place]
  for (let i = 0; i < fitting.length; i += 2) {
    const high = fitting[i + 1]
    let free = fitting[i]
    while (free < high && at < end) {
      const blockedFrom = firstAtOrAfter(grid, busy.starts[at] - reach + 1)
      if (blockedFrom >= high) break
      const blockedTo = firstAtOrAfter(grid, busy.ends[at] + span.before)
      if (blockedFrom > free) {
        change[free]++
        change[blockedFrom]--
      }
      if (blockedTo > free) free = blockedTo
      if (blockedTo > high) break
      at++
    }
    if (free < high) {
      change[free]++
      change[high]--
    }
  }
}

/** How many sessions could still start at each start of the grid, at the same time. */
export function countFree(calendar: Calendar, busy: BusyTimes, span: Span): Int32Array {
  const count = calendar.starts.length
  const free = new Int32Array(count)
  if (count === 0 || calendar.required.length === 0) return free
  const grid = indexGrid(calendar.starts)
  const fitting = calendar.hours.map((hours) => fittingStarts(grid, hours, span.duration))
  for (const [nth, { need, places }] of calendar.required.entries()) {
    const change = new Int32Array(count + 1)
    for (const place of places) {
      const ranges = fitting[calendar.places[place].hours]
      addFreeRanges(change, grid, ranges, busy, place, span)
    }
    let sum = 0
    for (let i = 0; i < count; i++) {
      sum += change[i]
      const sessions = need === 1 ? sum : Math.floor(sum / need)
      if (nth === 0 || sessions < free[i]) free[i] = sessions
    }
  }
  if (sharesPlaces(calendar)) lowerToMatching(calendar, busy, span, free)
  return free
}

function sharesPlaces(calendar: Calendar): boolean {
  let sum = 0
  for (const { places } of calendar.required) sum += places.length
  return sum > calendar.places.length
}

function lowerToMatching(calendar: Calendar, busy: BusyTimes, span: Span, free: Int32Array): void {
  for (let i = 0; i < free.length; i++) {
    if (free[i] === 0) continue
    const places = freePlacesAt(calendar, busy, span, calendar.starts[i])
    while (free[i] > 0 && !matchPlaces(calendar.required, places, free[i])) free[i]--
  }
}

/** Which places are open and free for a session that starts at `start`. */
export function freePlacesAt(
  calendar: Calendar,
  busy: BusyTimes,
  span: Span,
  start: number
): number[] {
  const free: number[] = []
  for (let place = 0; place < calendar.places.length; place++) {
    if (isOpenAt(calendar, place, span, start) && isFreeAt(busy, place, span, start)) {
      free.push(place)
    }
  }
  return free
}

/** `[start, start + duration)` lies in an opening of the place. */
export function isOpenAt(calendar: Calendar, place: number, span: Span, start: number): boolean {
  const hours = calendar.hours[calendar.places[place].hours]
  for (let i = 0; i < hours.length; i += 2) {
    if (hours[i] <= start && start + span.duration <= hours[i + 1]) return true
  }
  return false
}

function isFreeAt(busy: BusyTimes, place: number, span: Span, start: number): boolean {
  const from = start - span.before
  const to = start + span.duration + span.after
  for (let i = busy.first[place]; i < busy.first[place + 1]; i++) {
    if (busy.starts[i] < to && from < busy.ends[i]) return false
  }
  return true
}
