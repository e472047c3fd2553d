import type { Formats } from '#core/organisation'
import { byDayPart } from '#app/scheduling/domain/day_parts'
import type { DayTimes, StartTime } from '#app/scheduling/queries/free_times'

type Translate = (key: string, values?: Record<string, unknown>) => string

/** `09:30`, in the repeated hour of the autumn change with its offset. */
export const wallTime = ({ local, offset }: StartTime): string =>
  offset ? `${local} (${offset})` : local

/** B4: the free times of a day, grouped, each with its full name for screen readers. */
export function presentDay(
  day: DayTimes,
  { capacity }: { capacity: number },
  { written, t }: { written: Formats; t: Translate }
) {
  const date = written.dayWeekdayDate(day.day)
  const free = day.starts.filter((start) => start.free)
  return {
    title: date,
    groups: byDayPart(free).map(({ part, times }) => ({
      label: t(`scheduling.calendar.parts.${part}`),
      times: times.map((start) => ({
        value: start.startsAt,
        time: wallTime(start),
        label: t('scheduling.calendar.time', { date, time: wallTime(start) }),
        places: capacity > 1 ? t('scheduling.calendar.places', { places: start.places }) : null,
      })),
    })),
  }
}
