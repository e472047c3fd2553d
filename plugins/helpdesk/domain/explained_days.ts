import type { CountedDay, Span } from '#plugins/helpdesk/domain/business_time'

/** One line of the way to a deadline: a day, or several on end on which nothing counted. */
export interface ExplainedDays {
  /** `2026-12-08` */
  readonly from: string
  readonly to: string
  /** Of a day that differs from its weekday. */
  readonly name: string | null
  readonly counted: readonly Span[]
  readonly paused: readonly Span[]
  /** Milliseconds counted on the day. */
  readonly sum: number
  /** Milliseconds counted until its end. */
  readonly until: number
}

/**
 * Day by day what counted. A weekend, or weeks in which the customer had the turn, are one line;
 * days that differ by their name always stand alone.
 */
export function explainedDays(days: Iterable<CountedDay>): ExplainedDays[] {
  const lines: ExplainedDays[] = []
  for (const day of days) {
    const last = lines.at(-1)
    const line = lineOf(day, last?.until ?? 0)
    if (last && isEmpty(last) && isEmpty(line)) lines[lines.length - 1] = joined(last, line)
    else lines.push(line)
  }
  return lines
}

const isEmpty = ({ name, counted }: ExplainedDays) => name === null && counted.length === 0

const joined = (one: ExplainedDays, other: ExplainedDays): ExplainedDays => ({
  ...{ ...one, to: other.to, paused: [...one.paused, ...other.paused] },
})

function lineOf({ day, name, counted, paused }: CountedDay, before: number): ExplainedDays {
  const sum = counted.reduce((time, { from, to }) => time + to - from, 0)
  return { from: day, to: day, name, counted, paused, sum, until: before + sum }
}
