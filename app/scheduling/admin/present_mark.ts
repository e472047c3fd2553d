import type { Viewer } from '#core/admin'
import type { DayFacts } from '#app/scheduling/admin/day_page'
import type { GridRow } from '#app/scheduling/admin/day_grid'
import { dayMark } from '#app/scheduling/domain/day_mark'
import { localDateOf } from '#app/scheduling/domain/local_time'

const MINUTE = 60_000

/**
 * The present time among the rows of today at the location; null on any other day. Outside of the
 * rows the mark waits hidden in the first one, until the script of the page moves it on.
 */
export function presentMark(
  { location, day, bounds }: DayFacts,
  rows: readonly GridRow<unknown>[],
  viewer: Viewer
) {
  const { now } = viewer
  if (rows.length === 0 || day !== localDateOf(location.zone, now)) return null
  const last = rows.at(-1)!
  const edges = [...rows.map(({ from }) => from), last.from + last.minutes].map(
    (minute) => bounds.from + minute * MINUTE
  )
  const place = dayMark(edges, now)
  return {
    now,
    zone: location.zone,
    edges,
    row: place?.row ?? 0,
    tenth: place?.tenth ?? 0,
    hidden: place === null,
    time: viewer.formats(location.zone).time(now),
  }
}
