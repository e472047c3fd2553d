const DAY_MS = 86_400_000

/** A local day, `2026-11-23`, and a month, `2026-11`; both sort as text. */
export type Day = string
export type Month = string

const utc = (day: Day) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10)

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^[1-9]\d{3}-\d{2}-\d{2}$/.test(value)) return false
  return !Number.isNaN(utc(value)) && dayOf(utc(value)) === value
}

export const isMonth = (value: unknown): value is Month => isDay(`${String(value)}-01`)

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const addDays = (day: Day, days: number): Day => dayOf(utc(day) + days * DAY_MS)

export function addMonths(month: Month, months: number): Month {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 7)
}

/** Nights between two days. */
export const daysBetween = (from: Day, to: Day): number => (utc(to) - utc(from)) / DAY_MS

export const daysInMonth = (month: Month): number =>
  daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`)

/** The days of a month as weeks from Monday to Sunday, `null` where another month's day lies. */
export function weeksOf(month: Month): (Day | null)[][] {
  const first = `${month}-01`
  const leading = (new Date(utc(first)).getUTCDay() + 6) % 7
  const cells: (Day | null)[] = [
    ...Array.from({ length: leading }, () => null),
    ...Array.from({ length: daysInMonth(month) }, (_, index) => addDays(first, index)),
  ]
  while (cells.length % 7 !== 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
