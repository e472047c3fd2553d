import type { Formats } from '#core/organisation'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import { addMonths, monthOf, weeksOf, type Month } from '#app/scheduling/domain/month'
import type { DayTimes } from '#app/scheduling/queries/free_times'

type MonthInput = {
  month: Month
  days: readonly DayTimes[]
  selected: LocalDate | null
  today: LocalDate
  lastDay: LocalDate
  formats: Formats
  t: (key: string, values?: Record<string, unknown>) => string
  dayHref: (day: LocalDate) => string
  monthHref: (month: Month) => string
}

export const freeCount = (day: DayTimes): number => day.starts.filter(({ free }) => free).length

/** B3: a month whose days with free times are links. */
export function presentMonth(input: MonthInput) {
  const { month, days, formats, today } = input
  const free = new Map(days.map((day) => [day.day, freeCount(day)]))
  const cell = (day: LocalDate | null) =>
    day === null ? null : presentDay(input, day, free.get(day) ?? 0)
  return {
    title: formats.month(month),
    weekdays: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      short: formats.weekdayShort(weekday),
      long: formats.weekday(weekday),
    })),
    weeks: weeksOf(month).map((week) => week.map(cell)),
    previous: month > monthOf(today) ? input.monthHref(addMonths(month, -1)) : null,
    next: nextMonth(input)?.href ?? null,
  }
}

/** The month after, as far as the horizon reaches. */
function nextMonth({ month, lastDay, formats, monthHref }: MonthInput) {
  if (month >= monthOf(lastDay)) return null
  const next = addMonths(month, 1)
  return { label: formats.month(next), href: monthHref(next) }
}

function presentDay(
  { formats, t, selected, today, dayHref }: MonthInput,
  day: LocalDate,
  free: number
) {
  const date = formats.dayWeekdayDate(day)
  return {
    number: Number(day.slice(8)),
    label: t('scheduling.calendar.day', { date, free }),
    href: free > 0 ? dayHref(day) : null,
    free,
    selected: day === selected,
    today: day === today,
  }
}

const LISTED_DAYS = 5

/**
 * B3 on a phone: some days with free times, the selected one among them, as a list above the
 * month; where the month ends soon, the next one follows.
 */
export function presentDayList(input: MonthInput) {
  const { days, formats, t, dayHref, selected } = input
  const free = days.filter((day) => freeCount(day) > 0)
  const index = Math.max(
    0,
    free.findIndex(({ day }) => day === selected)
  )
  // Whole runs of days, so that the list stays where it is while one looks from day to day.
  const first = index - (index % LISTED_DAYS)
  const listed = free.slice(first, first + LISTED_DAYS)
  const next = listed.length < LISTED_DAYS ? nextMonth(input) : null
  return {
    days: listed.map((day) => ({
      label: formats.dayWeekdayDate(day.day),
      free: t('scheduling.calendar.free', { free: freeCount(day) }),
      href: dayHref(day.day),
      selected: day.day === selected,
    })),
    next,
  }
}
