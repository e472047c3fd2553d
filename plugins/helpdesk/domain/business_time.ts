/** Instants in epoch milliseconds: `[from, to)`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A local day with its open hours, in order and apart from each other. */
export interface BusinessDay {
  /** `2026-12-08` */
  readonly day: string
  /** The first instant of the day, and that of the next. */
  readonly bounds: Span
  readonly open: readonly Span[]
  /** Why it differs from its weekday, e.g. the name of a holiday. */
  readonly name: string | null
}

/** The days of a calendar, one after the other, without a gap and without an end. */
export interface BusinessCalendar {
  /** From the local day of an instant onwards. */
  from(instant: number): Iterable<BusinessDay>
  /** From the local day of an instant backwards. */
  backFrom(instant: number): Iterable<BusinessDay>
}

/** What a day contributed to a target. */
export interface CountedDay {
  readonly day: string
  readonly name: string | null
  readonly counted: readonly Span[]
  /** Open, but the customer had the turn. */
  readonly paused: readonly Span[]
}

/** A calendar that is open more rarely has a mistake in it: five years. */
const FURTHEST = 5 * 366 * 86_400_000

const isSpan = ({ from, to }: Span) => from < to

const within = (spans: readonly Span[], { from, to }: Span): Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .filter(isSpan)

/** Spans less the parts that lie in `gaps`; gaps may come in any order and overlap. */
const without = (spans: readonly Span[], gaps: readonly Span[]): Span[] =>
  gaps.reduce<Span[]>(
    (left, gap) =>
      left
        .flatMap(({ from, to }) => [
          { from, to: Math.min(to, gap.from) },
          { from: Math.max(from, gap.to), to },
        ])
        .filter(isSpan),
    [...spans]
  )

function countedOf({ day, name, open }: BusinessDay, limits: Span, pauses: readonly Span[]) {
  const own = within(open, limits)
  const counted = without(own, pauses)
  return { day, name, counted, paused: without(own, counted) }
}

/** Every day that touches `limits`, those on which nothing counts among them. */
export function* countedDays(
  calendar: BusinessCalendar,
  limits: Span,
  pauses: readonly Span[] = []
): Generator<CountedDay> {
  for (const day of calendar.from(limits.from)) {
    if (day.bounds.from >= limits.to) return
    yield countedOf(day, limits, pauses)
  }
}

/** How much of `limits` is open and not paused, in milliseconds. */
export function businessTime(
  calendar: BusinessCalendar,
  limits: Span,
  pauses: readonly Span[] = []
): number {
  let sum = 0
  for (const { counted } of countedDays(calendar, limits, pauses)) {
    for (const { from, to } of counted) sum += to - from
  }
  return sum
}

/**
 * The earliest instant by which `amount` milliseconds (more than 0) have been counted since
 * `start`; never outside open hours. Null when that is not within five years.
 */
export function addBusinessTime(
  start: number,
  amount: number,
  calendar: BusinessCalendar,
  pauses: readonly Span[] = []
): number | null {
  let left = amount
  const limits = { from: start, to: start + FURTHEST }
  for (const { counted } of countedDays(calendar, limits, pauses)) {
    for (const { from, to } of counted) {
      if (to - from >= left) return from + left
      left -= to - from
    }
  }
  return null
}

/**
 * The latest instant from which `amount` milliseconds (more than 0) are counted until `end`;
 * never outside open hours. Null when that is not within five years.
 */
export function subtractBusinessTime(
  end: number,
  amount: number,
  calendar: BusinessCalendar,
  pauses: readonly Span[] = []
): number | null {
  let left = amount
  const limits = { from: end - FURTHEST, to: end }
  for (const day of calendar.backFrom(end)) {
    if (day.bounds.to <= limits.from) return null
    for (const { from, to } of countedOf(day, limits, pauses).counted.toReversed()) {
      if (to - from >= left) return to - left
      left -= to - from
    }
  }
  return null
}
