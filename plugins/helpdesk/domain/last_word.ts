import type { BusinessCalendar, BusinessDay } from '#plugins/helpdesk/domain/business_time'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MINUTE = 60_000

export const TAKE_BACK_FOR = 72 * HOUR
export const RATE_FOR = 30 * DAY

/** How a ticket was closed. */
export type ClosedBy = 'customer' | 'time'

/** Instants are epoch milliseconds. */
export interface Closed {
  readonly closedBy: ClosedBy
  readonly closedAt: number
}

/** H5: an accepted solution is taken back within 72 hours. */
export const mayTakeBack = ({ closedBy, closedAt }: Closed, now: number): boolean =>
  closedBy === 'customer' && now < closedAt + TAKE_BACK_FOR

/** H6: within so many days; 0 never. */
export const mayReopen = ({ closedAt }: Closed, days: number, now: number): boolean =>
  now < closedAt + days * DAY

export const takeBackUntil = ({ closedAt }: Closed): number => closedAt + TAKE_BACK_FOR

/**
 * What customers are told. Time closes at the end of a day, and so does the last day: "Thursday,
 * 00:00" would read like the end of Thursday, so it is the minute before.
 */
export const reopenUntil = ({ closedBy, closedAt }: Closed, days: number): number =>
  closedAt + days * DAY - (closedBy === 'time' ? MINUTE : 0)

export const mayRate = ({ closedAt }: Closed, now: number): boolean => now < closedAt + RATE_FOR

/** When a proposed solution counts as accepted, and when the customer is reminded before. */
export interface AnswerDays {
  /** The end of the last day on which it can still be answered. */
  readonly lapsesAt: number
  /** `2026-12-09`: the day that the mail names. */
  readonly lastDay: string
  /** When the days of the reminders open, the earlier first. */
  readonly remindersAt: readonly number[]
}

/**
 * So many business days after the day of `proposedAt`; a day is one if the calendar is open on it
 * at all. Null when the calendar is hardly ever open.
 *
 * @param days at least 1
 */
export function answerDays(
  proposedAt: number,
  days: number,
  calendar: BusinessCalendar
): AnswerDays | null {
  const open = openDaysAfter(proposedAt, days, calendar)
  if (open === null) return null
  const { day: lastDay, bounds } = open[days - 1]
  const reminded = [...new Set([Math.floor(days / 2), days - 1])].filter((nth) => nth > 0)
  return {
    lapsesAt: bounds.to,
    lastDay,
    remindersAt: reminded.map((nth) => open[nth - 1].open[0].from),
  }
}

const MOST_DAYS = 5 * 366

function openDaysAfter(
  instant: number,
  count: number,
  calendar: BusinessCalendar
): BusinessDay[] | null {
  const found: BusinessDay[] = []
  let seen = 0
  for (const day of calendar.from(instant)) {
    if (++seen > MOST_DAYS) return null
    if (seen > 1 && day.open.length > 0) found.push(day)
    if (found.length === count) return found
  }
  return null
}
