import {
  dayNumber,
  MINUTES_PER_DAY,
  minuteOfDay,
  type LocalDate,
} from '#app/scheduling/domain/local_date'
import { daySegments } from '#app/scheduling/domain/local_time'

const MS_PER_MINUTE = 60_000

/** Local hours of a day, `09:00` to at most `24:00`. */
type Hours = { readonly opens: string; readonly closes: string }

/**
 * Local hours of a day as instants `[from, to)` in epoch milliseconds, in order. An hour that the
 * clock change leaves out is missing, one that comes twice counts twice.
 */
export function openSpans(
  zone: string,
  date: LocalDate,
  hours: readonly Hours[]
): { from: number; to: number }[] {
  const day = dayNumber(date)
  return daySegments(zone, day)
    .flatMap(({ from, to, offset }) => {
      const midnight = day * MINUTES_PER_DAY - offset
      return hours.map(({ opens, closes }) => ({
        from: Math.max(midnight + minuteOfDay(opens), from) * MS_PER_MINUTE,
        to: Math.min(midnight + minuteOfDay(closes), to) * MS_PER_MINUTE,
      }))
    })
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from)
}
