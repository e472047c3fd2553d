import type { BusyStretch } from '#app/scheduling/domain/busy_times'
import type { Span } from '#app/scheduling/domain/free_places'
import { firstAtOrAfter, type StartGrid } from '#app/scheduling/domain/start_grid'

/**
 * Adds each place's unblocked starts to a line of differences: +1 at the first and -1 after the
 * last start of every range that no stretch forbids. A stretch `[from, to)` forbids the starts in
 * `(from - duration - after, to + before)`. Opening hours come later, as a mask.
 *
 * @param placeOf index of a place by resource id and seat
 * @param change the lines one after the other, each one longer than the grid
 * @param lineOf where the line begins to which a place contributes
 * @returns false when the stretches of a place are not in order of time
 */
export function sweep(
  grid: StartGrid,
  placeOf: readonly (readonly number[] | undefined)[],
  stretches: readonly BusyStretch[],
  span: Span,
  { change, lineOf }: { readonly change: Int32Array; readonly lineOf: Int32Array }
): boolean {
  const reach = span.duration + span.after - 1
  const { before } = span
  const began = new Int32Array(lineOf.length)
  const freeFrom = new Int32Array(lineOf.length)
  let resource: number | null = null
  let seats: readonly number[] = []
  for (let i = 0; i < stretches.length; i++) {
    const { resourceId, seat, from, to } = stretches[i]
    if (resourceId !== resource) {
      resource = resourceId
      seats = placeOf[resourceId!] ?? []
    }
    const place = seats[seat!]
    if (place === undefined) continue
    if (from < began[place]) return false
    began[place] = from
    const blockedFrom = firstAtOrAfter(grid, from - reach)
    const blockedTo = firstAtOrAfter(grid, to + before)
    const free = freeFrom[place]
    // 1 or 0 by arithmetic: a branch that nobody can foresee costs more than the rest.
    const isRange = (free - blockedFrom) >>> 31
    const line = lineOf[place]
    change[line + free] += isRange
    change[line + blockedFrom] -= isRange
    if (blockedTo > free) freeFrom[place] = blockedTo
  }
  for (let place = 0; place < lineOf.length; place++) {
    change[lineOf[place] + freeFrom[place]]++
    change[lineOf[place] + grid.count]--
  }
  return true
}
