import type { FieldErrors, Values } from '#core/admin'
import { clockTime, dayNumber, localDate, type LocalDate } from '#app/scheduling/domain/local_date'
import { instantsOf, localDateOf, localOf } from '#app/scheduling/domain/local_time'

/** What `<input type="datetime-local">` takes: `2026-11-23T09:00` on the wall of the place. */
export function localTimeOf(zone: string, instant: number): string {
  const { day, minute } = localOf(zone, instant)
  return `${localDate(day)}T${clockTime(minute)}`
}

type Interval = { ok: true; startsAt: number; endsAt: number } | { ok: false; errors: FieldErrors }

const LONGEST_DAYS = 366

/**
 * Two wall times as instants. A time that the clock change skips is refused; of one that comes
 * twice a block begins at the first and ends at the second.
 */
export function readInterval(zone: string, { startsAt, endsAt }: Values): Interval {
  const from = instantsIn(zone, startsAt).at(0)
  const to = instantsIn(zone, endsAt).at(-1)
  if (from === undefined) return { ok: false, errors: { startsAt: ownWord('no_such_time') } }
  if (to === undefined) return { ok: false, errors: { endsAt: ownWord('no_such_time') } }
  if (to <= from) return { ok: false, errors: { endsAt: ownWord('ends_before') } }
  if (to - from > LONGEST_DAYS * 86_400_000) {
    return { ok: false, errors: { endsAt: ownWord('too_long') } }
  }
  return { ok: true, startsAt: from, endsAt: to }
}

function instantsIn(zone: string, local: unknown): number[] {
  const [day, time] = String(local).split('T')
  return instantsOf(zone, day as LocalDate, time)
}

const ownWord = (word: string) => `scheduling.admin.errors.${word}`

/** Local days that an interval touches. */
export function daysOf(
  zone: string,
  { startsAt, endsAt }: { startsAt: number; endsAt: number }
): LocalDate[] {
  const first = dayNumber(localDateOf(zone, startsAt))
  const last = dayNumber(localDateOf(zone, endsAt - 1))
  return Array.from({ length: last - first + 1 }, (_, index) => localDate(first + index))
}
