export type Hours = { opens: string; closes: string }
/** Hours by day, 1 = Monday … 7 = Sunday. A day without any is closed. */
export type Week = Record<number, Hours[]>

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const WORKDAYS = WEEKDAYS.slice(1, 5)
const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/

export type HoursReason = 'no_time' | 'past_midnight' | 'no_length' | 'overlap'

export type HoursProblem = {
  day: number
  /** Which hours of the day, and which of both times. */
  index: number
  end: 'opens' | 'closes'
  reason: HoursReason
}

type Typed = { opens?: unknown; closes?: unknown }
export type TypedWeek = Readonly<Record<number, readonly Typed[]>>

const isBlank = ({ opens, closes }: Typed) => !opens && !closes

/** Everything that is wrong with a typed week; lines in which nothing stands are left out. */
export function weekProblems(week: TypedWeek): HoursProblem[] {
  return WEEKDAYS.flatMap((day) => {
    const lines = (week[day] ?? []).map((line, index) => ({ ...line, index }))
    const found: HoursProblem[] = []
    const earlier: Hours[] = []
    for (const { index, ...line } of lines) {
      if (isBlank(line)) continue
      const problem = problemOf(line) ?? overlapOf(line as Hours, earlier)
      if (problem) found.push({ day, index, ...problem })
      else earlier.push(line as Hours)
    }
    return found
  })
}

type Problem = Pick<HoursProblem, 'end' | 'reason'>

const isTime = (value: unknown) => typeof value === 'string' && TIME.test(value)

function problemOf({ opens, closes }: Typed): Problem | null {
  if (!isTime(opens)) return { end: 'opens', reason: 'no_time' }
  if (!isTime(closes)) return { end: 'closes', reason: 'no_time' }
  if (opens === closes) return { end: 'closes', reason: 'no_length' }
  return String(opens) < String(closes) ? null : { end: 'closes', reason: 'past_midnight' }
}

/** Times are texts of the same length, so they compare as texts; hours that touch do not overlap. */
function overlapOf({ opens, closes }: Hours, others: readonly Hours[]): Problem | null {
  const meets = others.some((other) => opens < other.closes && other.opens < closes)
  return meets ? { end: 'opens', reason: 'overlap' } : null
}

/** A sound week in order of time, without blank lines. */
export function cleanWeek(week: TypedWeek): Week {
  const sorted = WEEKDAYS.map((day) => {
    const lines = (week[day] ?? []).filter((line) => !isBlank(line)) as Hours[]
    const hours = lines.map(({ opens, closes }) => ({ opens, closes }))
    return [day, hours.sort((one, other) => (one.opens < other.opens ? -1 : 1))] as const
  })
  return Object.fromEntries(sorted)
}

/** Monday's hours on every day until Friday. */
export function copiedMonday(week: TypedWeek): TypedWeek {
  const monday = week[1] ?? []
  const days = WORKDAYS.map((day) => [day, monday.map((line) => ({ ...line }))] as const)
  return { ...week, ...Object.fromEntries(days) }
}

/** The same hours on several days: `{ days: [1, 2], opens, closes }`, earliest day first. */
export function hoursByDays(week: Week): { days: number[]; hours: Hours }[] {
  const groups = new Map<string, { days: number[]; hours: Hours }>()
  for (const day of WEEKDAYS) {
    for (const hours of week[day] ?? []) {
      const key = `${hours.opens}-${hours.closes}`
      const group = groups.get(key) ?? { days: [], hours }
      group.days.push(day)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

/** Days that follow one another with the same hours: `{ days: [1, 2, 3], hours }`. */
export function sameDays(week: Week): { days: number[]; hours: Hours[] }[] {
  const groups: { days: number[]; hours: Hours[] }[] = []
  for (const day of WEEKDAYS) {
    const hours = week[day] ?? []
    const last = groups.at(-1)
    if (last && JSON.stringify(last.hours) === JSON.stringify(hours)) last.days.push(day)
    else groups.push({ days: [day], hours })
  }
  return groups.filter(({ hours }) => hours.length > 0)
}
