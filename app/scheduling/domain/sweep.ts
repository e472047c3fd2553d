import type { BusyStretch } from '#app/scheduling/domain/busy_times'
import type { Span } from '#app/scheduling/domain/free_places'
import { firstAtOrAfter, type StartGrid } from '#app/scheduling/domain/start_grid'

/** Difference arrays of the number of unblocked places, one line after the other. */
export interface Lines {
  readonly change: Int32Array
  /** where the line begins to which each place contributes; a line is one longer than the grid */
  readonly lineOf: Int32Array
  /** index of a place by resource id and seat */
  readonly placeOf: readonly (readonly number[] | undefined)[]
}

/**
 * Adds each place's unblocked starts to its line: +1 at the first and -1 after the last start of
 * every range that no stretch forbids. A stretch `[from, to)` forbids the starts in
 * `(from - duration - after, to + before)`. Opening hours come later, as a mask.
 *
 * @param stretches by resource and, of each resource, in order of time
 */
export function sweep(
  grid: StartGrid,
  stretches: readonly BusyStretch[],
  span: Span,
  { change, lineOf, placeOf }: Lines
): void {
  const reach = span.duration + span.after - 1
  const { before } = span
  const freeFrom = new Int32Array(lineOf.length)
  let resource: number | null = null
  let seats: readonly number[] | undefined
  for (let i = 0; i < stretches.length; i++) {
    const { resourceId, seat, from, to } = stretches[i]
    if (resourceId !== resource) seats = placeOf[(resource = resourceId)!]
    const place = seats?.[seat!]
    if (place === undefined) continue
    const blockedFrom = firstAtOrAfter(grid, from - reach)
    const blockedTo = firstAtOrAfter(grid, to + before)
    const free = freeFrom[place]
    // 1 or 0 by arithmetic: a branch that nobody can foresee costs more than the rest.
    const isRange = (free - blockedFrom) >>> 31
    change[lineOf[place] + free] += isRange
    change[lineOf[place] + blockedFrom] -= isRange
    if (blockedTo > free) freeFrom[place] = blockedTo
  }
  for (let place = 0; place < lineOf.length; place++) {
    change[lineOf[place] + freeFrom[place]]++
    change[lineOf[place] + grid.count]--
  }
}
