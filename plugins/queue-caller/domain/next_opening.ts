import type { LineWeek } from '#plugins/queue-caller/domain/line_hours'

const WEEK = 7

type Asked = {
  week: LineWeek
  /** Local day number and minute of this moment. */
  day: number
  minute: number
  weekdayOf: (day: number) => number
  isClosedAllDay: (day: number) => boolean
}

/**
 * When a line with hours of its own gives out tickets again, within a week; null when it does not.
 * Meant for a line that is closed: a time that has begun does not count.
 */
export function nextOpening(asked: Asked): { day: number; from: number } | null {
  const { week, day: today, minute, weekdayOf, isClosedAllDay } = asked
  for (let day = today; day <= today + WEEK; day++) {
    if (isClosedAllDay(day)) continue
    const later = (week[weekdayOf(day)] ?? [])
      .map(({ opens }) => minuteOf(opens))
      .filter((from) => day > today || from > minute)
    if (later.length > 0) return { day, from: Math.min(...later) }
  }
  return null
}

const minuteOf = (time: string): number => +time.slice(0, 2) * 60 + +time.slice(3, 5)
