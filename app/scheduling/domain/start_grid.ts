/** Sorted starts with a table that finds "first start at or after" in one step. */
export interface StartGrid {
  readonly count: number
  readonly origin: number
  /** 1 / unit; every start is `origin` plus a multiple of `unit` minutes */
  readonly perUnit: number
  /** what rounds a quotient up; the half minute keeps it clear of the exact ones */
  readonly roundUp: number
  /** index of the first start at or after `origin + k · unit` */
  readonly rank: Int32Array
}

/** At least one start. */
export function indexGrid(starts: Int32Array): StartGrid {
  const count = starts.length
  const origin = starts[0]
  const unit = commonUnit(starts)
  const rank = new Int32Array((starts[count - 1] - origin) / unit + 1)
  let index = 0
  for (let k = 0; k < rank.length; k++) {
    rank[k] = index
    if (starts[index] === origin + k * unit) index++
  }
  return { count, origin, perUnit: 1 / unit, roundUp: unit - 0.5, rank }
}

function commonUnit(starts: Int32Array): number {
  const origin = starts[0]
  let unit = 0
  for (let i = 1; i < starts.length; i++) {
    let rest = starts[i] - origin
    while (unit !== 0 && rest % unit !== 0) [unit, rest] = [rest % unit, unit]
    if (unit === 0) unit = rest
  }
  return unit || 1
}

/** Index of the first start at or after a minute; the number of starts when there is none. */
export function firstAtOrAfter(grid: StartGrid, minute: number): number {
  const ahead = minute - grid.origin
  if (ahead <= 0) return 0
  const k = ((ahead + grid.roundUp) * grid.perUnit) | 0
  return k < grid.rank.length ? grid.rank[k] : grid.count
}

/** 1 for each start at which `[start, start + duration)` lies inside an opening `[from, to, …]`. */
export function fittingStarts(grid: StartGrid, hours: Int32Array, duration: number): Uint8Array {
  const fits = new Uint8Array(grid.count)
  for (let i = 0; i < hours.length; i += 2) {
    const low = firstAtOrAfter(grid, hours[i])
    const high = firstAtOrAfter(grid, hours[i + 1] - duration + 1)
    if (low < high) fits.fill(1, low, high)
  }
  return fits
}
