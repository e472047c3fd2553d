import { dayNumber, localDate, type LocalDate } from '#core/scheduling'

export const PERIODS = [
  'today',
  'yesterday',
  'last_7',
  'last_30',
  'this_month',
  'last_month',
  'own',
] as const
export type PeriodName = (typeof PERIODS)[number]

/** So many days are read at once. */
export const MOST_DAYS = 92

/** Local days, both included: `{ from: '2027-01-13', to: '2027-01-19' }`. */
export type Days = { readonly from: LocalDate; readonly to: LocalDate }

export type Period = Days & {
  /** What it is compared with. */
  readonly before: Days
}

const plus = (day: LocalDate, days: number) => localDate(dayNumber(day) + days)
const firstOf = (day: LocalDate) => `${day.slice(0, 7)}-01`

/** How many days there are, the first and the last included. */
export const lengthOf = ({ from, to }: Days): number => dayNumber(to) - dayNumber(from) + 1

/**
 * The days of a period, and those it is compared with. "Last 7 days" includes today.
 *
 * @param own of `own`; from the later end back at most `MOST_DAYS`
 */
export function periodOf(name: PeriodName, today: LocalDate, own: Partial<Days> = {}): Period {
  const days = daysOf(name, today, own)
  return { ...days, before: daysBefore(name, days) }
}

function daysOf(name: PeriodName, today: LocalDate, own: Partial<Days>): Days {
  if (name === 'today') return { from: today, to: today }
  if (name === 'yesterday') return { from: plus(today, -1), to: plus(today, -1) }
  if (name === 'last_30') return { from: plus(today, -29), to: today }
  if (name === 'this_month') return { from: firstOf(today), to: today }
  if (name === 'last_month') return monthBefore(today)
  if (name === 'own') return ownDays(own, today)
  return { from: plus(today, -6), to: today }
}

/** Also where only one end was said, or the later one first. */
function ownDays({ from, to }: Partial<Days>, today: LocalDate): Days {
  const ends = [from ?? to ?? today, to ?? from ?? today].sort()
  const earliest = plus(ends[1], 1 - MOST_DAYS)
  return { from: ends[0] < earliest ? earliest : ends[0], to: ends[1] }
}

function monthBefore(day: LocalDate): Days {
  const to = plus(firstOf(day), -1)
  return { from: firstOf(to), to }
}

function daysBefore(name: PeriodName, { from, to }: Days): Days {
  if (name === 'last_month') return monthBefore(from)
  if (name === 'this_month') {
    const month = monthBefore(from)
    const asFar = plus(month.from, lengthOf({ from, to }) - 1)
    return { from: month.from, to: asFar < month.to ? asFar : month.to }
  }
  const days = lengthOf({ from, to })
  // A Monday is like the Monday before, not like the Sunday.
  const back = days === 1 ? 7 : days
  return { from: plus(from, -back), to: plus(to, -back) }
}

/** What days that were chosen one by one are called: those of "last 7 days" are just that. */
export function periodNamed({ from, to }: Days, today: LocalDate): PeriodName {
  const isSame = (name: PeriodName) => {
    const days = daysOf(name, today, {})
    return name !== 'own' && days.from === from && days.to === to
  }
  return PERIODS.find(isSame) ?? 'own'
}
