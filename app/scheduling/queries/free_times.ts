import { clock } from '#core/platform'
import {
  clockTime,
  dayNumber,
  localDate,
  MINUTES_PER_DAY,
  type LocalDate,
} from '#app/scheduling/domain/local_date'
import { daySegments, localOf, offsetLabel } from '#app/scheduling/domain/local_time'
import { keptOffered } from '#app/scheduling/queries/kept_offered'
import { type Days, type Offered, type TimesQuestion } from '#app/scheduling/queries/offered'

/** A start on the grid of a day. */
export interface StartTime {
  /** epoch milliseconds */
  readonly startsAt: number
  /** what the clock on the wall shows, `09:30` */
  readonly local: string
  /** `+02:00` in the hour that the autumn night has twice, else null */
  readonly offset: string | null
  readonly free: boolean
  readonly places: number
}

export interface DayTimes {
  readonly day: LocalDate
  /** has any start, free or not */
  readonly open: boolean
  readonly starts: readonly StartTime[]
}

export interface DayState {
  readonly day: LocalDate
  readonly open: boolean
  readonly free: boolean
  /** how many starts are free */
  readonly times: number
}

const MINUTE = 60_000

/** Every start of some days, free or taken (B3, B4, B5). One statement while nothing changes. */
export async function freeTimes(
  ask: TimesQuestion & { readonly from: LocalDate; readonly days: number }
): Promise<readonly DayTimes[]> {
  const window = { fromDay: dayNumber(ask.from), days: ask.days }
  const offered = await keptOffered(ask, window)
  const days = told.get(offered) ?? dayTimes(ask.location.zone, offered, window)
  told.set(offered, days)
  return days
}

/** The instants (epoch ms) of the free starts of some days: what a page needs to stay true. */
export async function freeStarts(
  ask: TimesQuestion & { readonly from: LocalDate; readonly days: number }
): Promise<number[]> {
  const window = { fromDay: dayNumber(ask.from), days: ask.days }
  const { calendar, places } = await keptOffered(ask, window)
  const free: number[] = []
  for (let i = 0; i < places.length; i++) if (places[i] > 0) free.push(calendar.starts[i] * MINUTE)
  return free
}

/** What was made of an answer that is kept. */
const told = new WeakMap<Offered, readonly DayTimes[]>()

function dayTimes(zone: string, offered: Offered, { fromDay, days: count }: Days): DayTimes[] {
  const days = Array.from({ length: count }, (_, i) => ({
    day: fromDay + i,
    starts: [] as StartTime[],
  }))
  for (let i = 0; i < offered.places.length; i++) {
    days[offered.calendar.days[i] - fromDay].starts.push(startTime(zone, offered, i))
  }
  return days.map(({ day, starts }) => ({ day: localDate(day), open: starts.length > 0, starts }))
}

/** The days of a month, `2026-11`, and whether they still have free times (B3). One statement while nothing changes. */
export async function freeDays(
  ask: TimesQuestion & { readonly month: string }
): Promise<DayState[]> {
  const first = dayNumber(`${ask.month}-01`)
  const next = new Date(Date.UTC(+ask.month.slice(0, 4), +ask.month.slice(5, 7), 1))
  const window = { fromDay: first, days: next.getTime() / (MINUTES_PER_DAY * MINUTE) - first }
  const { calendar, places } = await keptOffered(ask, window)
  const days = Array.from({ length: window.days }, (_, i) => ({
    day: localDate(first + i),
    open: false,
    free: false,
    times: 0,
  }))
  for (let i = 0; i < places.length; i++) {
    const state = days[calendar.days[i] - first]
    state.open = true
    if (places[i] === 0) continue
    state.free = true
    state.times++
  }
  return days
}

/** Days looked at first, before the rest of the horizon. */
const NEAR_DAYS = 31
/** Staff have no horizon; nobody books later than this. */
const FAR_DAYS = 400

/** First local day from `from` on with a free time, or null. A statement or two while nothing changes. */
export async function nextFreeDay(
  ask: TimesQuestion & { readonly from: LocalDate }
): Promise<LocalDate | null> {
  const today = localOf(ask.location.zone, clock.now()).day
  const fromDay = Math.max(dayNumber(ask.from), today)
  const horizon = ask.audience === 'public' ? ask.service.horizonDays : FAR_DAYS
  const days = today + Math.min(horizon, FAR_DAYS) + 1 - fromDay
  if (days <= 0) return null
  const near = Math.min(days, NEAR_DAYS)
  for (const window of [
    { fromDay, days: near },
    { fromDay: fromDay + near, days: days - near },
  ]) {
    if (window.days === 0) continue
    const { calendar, places } = await keptOffered(ask, window)
    const first = places.findIndex((count) => count > 0)
    if (first >= 0) return localDate(calendar.days[first])
  }
  return null
}

const DAYS_BEFORE = 14
const DAYS_AFTER = 60
/** Looked at first, before and after; what lies within two days cannot be beaten from outside. */
const DAYS_AROUND = 3
const BEYOND_DOUBT = 2 * MINUTES_PER_DAY * MINUTE

/**
 * The free starts nearest to a time that is taken, in order of time (B11). One statement while
 * nothing changes, two where none is near.
 */
export async function nearestFree(
  ask: TimesQuestion & { readonly startsAt: number; readonly count: number }
): Promise<StartTime[]> {
  const { zone } = ask.location
  const today = localOf(zone, clock.now()).day
  const wanted = localOf(zone, ask.startsAt).day
  const around = (before: number, after: number) => {
    const fromDay = Math.max(today, wanted - before)
    return { fromDay, days: Math.max(1, wanted + after - fromDay) }
  }
  const nearby = nearestOf(await keptOffered(ask, around(DAYS_AROUND, DAYS_AROUND)), ask)
  const isSure =
    nearby.length === ask.count &&
    nearby.every(({ startsAt }) => Math.abs(startsAt - ask.startsAt) < BEYOND_DOUBT)
  return isSure ? nearby : nearestOf(await keptOffered(ask, around(DAYS_BEFORE, DAYS_AFTER)), ask)
}

function nearestOf(
  offered: Offered,
  ask: { readonly location: { readonly zone: string }; startsAt: number; count: number }
): StartTime[] {
  const distance = (index: number) =>
    Math.abs(offered.calendar.starts[index] * MINUTE - ask.startsAt)
  return [...offered.places.keys()]
    .filter((index) => offered.places[index] > 0)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, ask.count)
    .sort((a, b) => a - b)
    .map((index) => startTime(ask.location.zone, offered, index))
}

function startTime(zone: string, { calendar, places }: Offered, index: number): StartTime {
  const minute = calendar.minutes[index]
  const midnight = calendar.days[index] * MINUTES_PER_DAY
  return {
    startsAt: calendar.starts[index] * MINUTE,
    local: clockTime(minute),
    offset: isRepeated(zone, calendar.days[index], minute)
      ? offsetLabel(midnight + minute - calendar.starts[index])
      : null,
    free: places[index] > 0,
    places: places[index],
  }
}

function isRepeated(zone: string, day: number, minute: number): boolean {
  const segments = daySegments(zone, day)
  if (segments.length === 1) return false
  const local = day * MINUTES_PER_DAY + minute
  return (
    segments.filter(({ from, to, offset }) => from + offset <= local && local < to + offset)
      .length > 1
  )
}
