/** A date in some location's zone, `2026-11-23`. */
export type LocalDate = string

export const MINUTES_PER_DAY = 1440
const MS_PER_DAY = 86_400_000

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / MS_PER_DAY
}

export function localDate(day: number): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

/** True for a real date written `2026-11-23`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = dayNumber(text)
  return Number.isInteger(day) && localDate(day) === text
}

/** 1 = Monday … 7 = Sunday. Day 0 was a Thursday. */
export function weekdayOf(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** `'09:30'` → 570; `'24:00'` → 1440. */
export function minuteOfDay(text: string): number {
  return +text.slice(0, 2) * 60 + +text.slice(3, 5)
}

/** 570 → `'09:30'`. */
export function clockTime(minute: number): string {
  const hours = Math.floor(minute / 60)
  return `${String(hours).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
