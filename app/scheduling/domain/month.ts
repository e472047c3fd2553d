import {
  dayNumber,
  isLocalDate,
  localDate,
  weekdayOf,
  type LocalDate,
} from '#app/scheduling/domain/local_date'

/** A month, `2026-11`; sorts as text, as days do. */
export type Month = string

/** A day as an address may name it: one that exists, its year in four digits. */
export const isDay = (value: unknown): value is LocalDate =>
  typeof value === 'string' && /^[1-9]/.test(value) && isLocalDate(value)

export const isMonth = (value: unknown): value is Month => isDay(`${String(value)}-01`)

export const monthOf = (day: LocalDate): Month => day.slice(0, 7)

export const addDays = (day: LocalDate, days: number): LocalDate => localDate(dayNumber(day) + days)

export function addMonths(month: Month, months: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}

/** Nights between two days. */
export const daysBetween = (from: LocalDate, to: LocalDate): number =>
  dayNumber(to) - dayNumber(from)

export const daysInMonth = (month: Month): number =>
  daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`)

/** The days of a month as weeks from Monday to Sunday, `null` where another month's day lies. */
export function weeksOf(month: Month): (LocalDate | null)[][] {
  const first = `${month}-01`
  const leading = weekdayOf(dayNumber(first)) - 1
  const cells: (LocalDate | null)[] = [
    ...Array.from({ length: leading }, () => null),
    ...Array.from({ length: daysInMonth(month) }, (_, index) => addDays(first, index)),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
