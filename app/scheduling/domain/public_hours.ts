import type { DatedException, OpeningHours } from './calendar_terms.js'
import { weekdayOf } from './local_date.js'
import { hoursOfSeat, hoursOn, openingBook, type OpeningBook } from './opening_hours.js'

/** Open from–to in local minutes of one day. */
export type OpenSpan = readonly [from: number, to: number]

/** `until`: the local minute of today at which it closes; `next`: when it opens again, if known. */
export type OpenNow =
  { open: true; until: number } | { open: false; next: { day: number; from: number } | null }

export type SpecialDays = { fromDay: number; toDay: number; spans: OpenSpan[]; name: string | null }

export type LocationHours = {
  /** One entry a weekday, 1 = Monday … 7 = Sunday, as the rules of today say it. */
  week: { weekday: number; spans: OpenSpan[] }[]
  /** Days of the near future with other hours. */
  special: SpecialDays[]
  now: OpenNow
}

type NamedException = DatedException & { name: string | null }
type Rules = { rules: readonly OpeningHours[]; exceptions: readonly NamedException[] }
type LocalNow = { day: number; minute: number }

const WEEK = 7
const LOOK_AHEAD_DAYS = 60

/**
 * When the public finds a place open. The hours of the place itself count; where it has none,
 * it is open whenever anything in it is. Null where nobody wrote down any hours.
 */
export function publicHours({ rules, exceptions }: Rules, now: LocalNow): LocationHours | null {
  if (rules.length === 0) return null
  const owners = ownersOf(rules)
  const usual = openingBook('public', rules, [])
  const actual = openingBook('public', rules, exceptions)
  const week = Array.from({ length: WEEK }, (_, offset) => now.day + offset)
    .map((day) => ({ weekday: weekdayOf(day), spans: spansOn(usual, owners, day) }))
    .sort((one, other) => one.weekday - other.weekday)
  return {
    week,
    special: specialDays(exceptions, actual, owners, now.day),
    now: openNow((day) => spansOn(actual, owners, day), now),
  }
}

function ownersOf(rules: readonly OpeningHours[]): (number | null)[] {
  if (rules.some(({ resourceId }) => resourceId === null)) return [null]
  return [...new Set(rules.map(({ resourceId }) => resourceId))]
}

function spansOn(book: OpeningBook, owners: readonly (number | null)[], day: number): OpenSpan[] {
  const flat = hoursOfSeat(
    owners.flatMap((owner) => hoursOn(book, owner, day)),
    0
  )
  return Array.from({ length: flat.length / 2 }, (_, index) => [
    flat[index * 2],
    flat[index * 2 + 1],
  ])
}

function specialDays(
  exceptions: readonly NamedException[],
  book: OpeningBook,
  owners: readonly (number | null)[],
  today: number
): SpecialDays[] {
  return exceptions
    .filter(({ resourceId }) => owners.includes(resourceId))
    .filter(({ fromDay, toDay }) => toDay >= today && fromDay <= today + LOOK_AHEAD_DAYS)
    .sort((one, other) => one.fromDay - other.fromDay)
    .map(({ fromDay, toDay, name }) => ({
      fromDay,
      toDay,
      name,
      spans: spansOn(book, owners, fromDay),
    }))
}

function openNow(spansOf: (day: number) => OpenSpan[], { day, minute }: LocalNow): OpenNow {
  const current = spansOf(day).find(([from, to]) => from <= minute && minute < to)
  if (current) return { open: true, until: current[1] }
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
    const later = spansOf(day + ahead).find(([from]) => ahead > 0 || from > minute)
    if (later) return { open: false, next: { day: day + ahead, from: later[0] } }
  }
  return { open: false, next: null }
}
