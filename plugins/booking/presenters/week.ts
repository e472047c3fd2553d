import type { HttpContext } from '@adonisjs/core/http'
import type { Formats } from '#core/organisation'
import { wallTime, type DayTimes, type StartTime } from '#core/scheduling'
import { presentAbout } from '#plugins/booking/presenters/about'
import type { Offer } from '#plugins/booking/queries/offers'
import type { WeekOfTimes } from '#plugins/booking/queries/week_of_times'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** The page around the grid: titles and the arrows to the weeks before and after. */
export function presentWeekPage(
  ctx: HttpContext,
  offer: Offer,
  week: WeekOfTimes,
  weekHref: (from: string) => string
) {
  const t: Translate = (key, values) => ctx.i18n.t(key, values)
  return {
    ...presentAbout(ctx, offer),
    week: {
      ...presentWeek(week.days, ctx.formats(offer.location.zone), t),
      previous: week.previous && weekHref(week.previous),
      next: week.next && weekHref(week.next),
    },
  }
}

/** B5: one row a time, one column an open day, `x` where the time is taken or does not fit. */
export function presentWeek(days: readonly DayTimes[], written: Formats, t: Translate) {
  const times = [...new Set(days.flatMap((day) => day.starts.map(wallTime)))].sort()
  const columns = days.map((day) => ({
    date: written.dayWeekdayDate(day.day),
    starts: new Map(day.starts.map((start) => [wallTime(start), start])),
  }))
  return {
    days: days.map(({ day }, i) => ({
      label: columns[i].date,
      // Two lines in a narrow column: weekday, date.
      short: written.dayShort(day).replace(',', ''),
    })),
    rows: times.map((time) => ({
      time,
      cells: columns.map(({ date, starts }) => presentCell(starts.get(time), date, time, t)),
    })),
  }
}

function presentCell(start: StartTime | undefined, date: string, time: string, t: Translate) {
  if (!start?.free) return { free: false }
  return {
    free: true,
    value: start.startsAt,
    label: t('scheduling.calendar.time', { date, time }),
  }
}
