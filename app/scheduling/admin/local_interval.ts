import type { FieldErrors, Values } from '#core/admin'
import { dayNumber, localDate, type LocalDate } from '#app/scheduling/domain/local_date'
import { localDateOf } from '#app/scheduling/domain/local_time'

const LONGEST_DAYS = 366

/** An interval ends after it begins, and within a year. */
export function intervalErrors({ startsAt, endsAt }: Values): FieldErrors {
  const length = Number(endsAt) - Number(startsAt)
  if (length <= 0) return { endsAt: ownWord('ends_before') }
  return length > LONGEST_DAYS * 86_400_000 ? { endsAt: ownWord('too_long') } : {}
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
