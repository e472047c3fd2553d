import {
  clockTime,
  dayNumber,
  localDate,
  MINUTES_PER_DAY,
  minuteOfDay,
} from '#app/scheduling/domain/local_date'
import type { LocalDate } from '#app/scheduling/domain/local_date'

/**
 * Local time ↔ instants. A local time is 0, 1 or 2 instants, so nothing here
 * guesses: luxon would silently move 02:30 of the spring night to 03:30.
 */

/** A piece of a local day with one offset: instants `[from, to)` and `offset`, all in minutes. */
export interface DaySegment {
  readonly from: number
  readonly to: number
  /** local minutes since the epoch − instant minutes since the epoch */
  readonly offset: number
}

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000
/** A crawler that pages through the centuries must not fill the memory. */
const DAYS_KEPT = 5000

interface ZoneOffsets {
  readonly format: Intl.DateTimeFormat
  /** offset at 00:00 UTC by day number; asking Intl costs µs, so each day is asked once */
  readonly atMidnight: Map<number, number>
  readonly segments: Map<number, readonly DaySegment[]>
}

const zones = new Map<string, ZoneOffsets>()

function zoneOffsets(zone: string): ZoneOffsets {
  const known = zones.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  const fresh: ZoneOffsets = { format, atMidnight: new Map(), segments: new Map() }
  zones.set(zone, fresh)
  return fresh
}

function askIntl(format: Intl.DateTimeFormat, minute: number): number {
  const at: Record<string, number> = {}
  for (const part of format.formatToParts(minute * MS_PER_MINUTE)) at[part.type] = +part.value
  const local = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute)
  return local / MS_PER_MINUTE - minute
}

function offsetAtMidnight(zone: ZoneOffsets, day: number): number {
  let offset = zone.atMidnight.get(day)
  if (offset === undefined) {
    offset = askIntl(zone.format, day * MINUTES_PER_DAY)
    if (zone.atMidnight.size > DAYS_KEPT) zone.atMidnight.clear()
    zone.atMidnight.set(day, offset)
  }
  return offset
}

/** First minute of UTC day `day` that has the offset of the next midnight. */
function transitionIn(zone: ZoneOffsets, day: number): number {
  const after = offsetAtMidnight(zone, day + 1)
  let low = day * MINUTES_PER_DAY
  let high = low + MINUTES_PER_DAY
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (askIntl(zone.format, middle) === after) high = middle
    else low = middle
  }
  return high
}

/** Offsets from the UTC day before until the one after, as pieces of constant offset. */
function piecesAround(zone: ZoneOffsets, day: number): DaySegment[] {
  const pieces: DaySegment[] = []
  let from = (day - 1) * MINUTES_PER_DAY
  for (let utc = day - 1; utc <= day + 1; utc++) {
    const offset = offsetAtMidnight(zone, utc)
    if (offset === offsetAtMidnight(zone, utc + 1)) continue
    const change = transitionIn(zone, utc)
    pieces.push({ from, to: change, offset })
    from = change
  }
  const end = (day + 2) * MINUTES_PER_DAY
  pieces.push({ from, to: end, offset: offsetAtMidnight(zone, day + 2) })
  return pieces
}

/** The local day cut into pieces of constant offset, in order of time: one on most days. */
export function daySegments(zone: string, day: number): readonly DaySegment[] {
  const offsets = zoneOffsets(zone)
  const known = offsets.segments.get(day)
  if (known) return known
  const midnight = day * MINUTES_PER_DAY
  const segments: DaySegment[] = []
  for (const { from, to, offset } of piecesAround(offsets, day)) {
    const start = Math.max(from, midnight - offset)
    const end = Math.min(to, midnight + MINUTES_PER_DAY - offset)
    if (start < end) segments.push({ from: start, to: end, offset })
  }
  if (offsets.segments.size > DAYS_KEPT) offsets.segments.clear()
  offsets.segments.set(day, segments)
  return segments
}

/** Epoch milliseconds of a local time: none in the gap, two in the overlap. */
export function instantsOf(zone: string, date: LocalDate, time: string): number[] {
  const day = dayNumber(date)
  const local = day * MINUTES_PER_DAY + minuteOfDay(time)
  return daySegments(zone, day)
    .filter(({ from, to, offset }) => from <= local - offset && local - offset < to)
    .map(({ offset }) => (local - offset) * MS_PER_MINUTE)
}

/** First instant (epoch ms) of a local day and of the next one. */
export function dayBounds(zone: string, date: LocalDate): { from: number; to: number } {
  const segments = daySegments(zone, dayNumber(date))
  return {
    from: segments[0].from * MS_PER_MINUTE,
    to: segments[segments.length - 1].to * MS_PER_MINUTE,
  }
}

/** Minutes to add to an instant to read the clock on the wall there. */
export function offsetAt(zone: string, ms: number): number {
  const minute = Math.floor(ms / MS_PER_MINUTE)
  const utcDay = Math.floor(ms / MS_PER_DAY)
  const offsets = zoneOffsets(zone)
  const offset = offsetAtMidnight(offsets, utcDay)
  if (offset === offsetAtMidnight(offsets, utcDay + 1)) return offset
  return minute < transitionIn(offsets, utcDay) ? offset : offsetAtMidnight(offsets, utcDay + 1)
}

/** Day number and minute since midnight that the wall shows at an instant. */
export function localOf(zone: string, ms: number): { day: number; minute: number } {
  const local = Math.floor(ms / MS_PER_MINUTE) + offsetAt(zone, ms)
  const day = Math.floor(local / MINUTES_PER_DAY)
  return { day, minute: local - day * MINUTES_PER_DAY }
}

/** The local date at an instant: the business day of tickets and numbers. */
export function localDateOf(zone: string, ms: number): LocalDate {
  return localDate(localOf(zone, ms).day)
}

/** 60 → `'+01:00'`. */
export function offsetLabel(offset: number): string {
  const sign = offset < 0 ? '-' : '+'
  return sign + clockTime(Math.abs(offset))
}
