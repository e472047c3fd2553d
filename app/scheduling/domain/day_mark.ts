export interface DayMark {
  readonly row: number
  /** How far down the row, in tenths of it: 0 … 9. */
  readonly tenth: number
}

/** Where among the rows of a day a moment lies; null before the first and after the last. */
export function dayMark(edges: readonly number[], moment: number): DayMark | null {
  const row = edges.findLastIndex((edge) => edge <= moment)
  if (row === -1 || row >= edges.length - 1) return null
  const [from, to] = [edges[row], edges[row + 1]]
  return { row, tenth: Math.floor(((moment - from) * 10) / (to - from)) }
}
