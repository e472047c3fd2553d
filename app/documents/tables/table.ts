/** A moment as the clock on the wall shows it there, whatever its zone: `wallTime('2026-11-24 09:30')`. */
export type WallTime = { wall: string }

/** A figure with all its decimals, also where they are zeros: `{ figure: '1234.50' }`. */
export type ExactFigure = { figure: `${number}` }

/** What stands in a cell: words, a figure, or a day with its time. */
export type TableCell = string | number | ExactFigure | WallTime

/** A table of whatever length: its rows are asked for only as fast as they are taken away. */
export type DataTable = {
  title: string
  heads: readonly string[]
  /** Some rows at a time. */
  rows: AsyncIterable<readonly (readonly TableCell[])[]>
}
