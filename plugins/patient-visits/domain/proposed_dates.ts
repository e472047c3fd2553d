/** Dates that a patient is offered instead of a cancelled one. */
const MOST = 3

const DAY_MINUTES = 1440

/** A visit that the unit cannot keep; `minute` of the local day at which it was to begin. */
export interface LostVisit {
  readonly id: number
  readonly minute: number
}

/** A time at which a visit of this type could begin; `minute` of its local `day`. */
export interface FreeStart {
  readonly day: string
  readonly minute: number
  /** epoch milliseconds */
  readonly at: number
}

/**
 * Up to three dates for each visit, on three different days, the next ones that have any. On each
 * day the one that has been proposed least often, and of those the nearest to the time of day
 * that the visit had: many patients who are written to at once do not all go for the same date.
 * Nothing is held for them; who comes first takes it.
 *
 * @param lost in the order in which they are served
 * @param free in any order
 */
export function proposedDates(
  lost: readonly LostVisit[],
  free: readonly FreeStart[]
): Map<number, FreeStart[]> {
  const days = [...Map.groupBy(free, ({ day }) => day)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .slice(0, MOST)
    .map(([, starts]) => starts.toSorted((a, b) => a.at - b.at))
  const proposed = new Map<FreeStart, number>()
  const cost = (start: FreeStart, { minute }: LostVisit) =>
    (proposed.get(start) ?? 0) * DAY_MINUTES + Math.abs(start.minute - minute)
  return new Map(
    lost.map((visit) => {
      const dates = days.map((starts) =>
        starts.reduce((best, other) => (cost(other, visit) < cost(best, visit) ? other : best))
      )
      for (const date of dates) proposed.set(date, (proposed.get(date) ?? 0) + 1)
      return [visit.id, dates]
    })
  )
}
