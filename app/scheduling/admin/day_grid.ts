/**
 * The day view as a table: one column a place (resource and seat), one row between two moments at
 * which anything changes. It needs no styles written into the page, so it stands under the strict
 * policy, works without JavaScript and reads well aloud.
 */

/** Minutes since the day began at the location; 25 hours on the day that the clock goes back. */
type Span = { from: number; to: number }

export interface GridColumn<Item> {
  readonly open: readonly Span[]
  readonly blocks: readonly (Span & { reason: string })[]
  /** Never overlapping: a place is taken once. A group appointment shares its span. */
  readonly items: readonly (Span & { item: Item })[]
}

export type GridCell<Item> =
  | { kind: 'taken'; rows: number; items: Item[] }
  | { kind: 'blocked'; rows: number; reason: string }
  | { kind: 'closed' | 'free'; rows: number }

export interface GridRow<Item> {
  /** Minutes since the day began. */
  readonly from: number
  readonly minutes: number
  /** Null where the cell above reaches down. */
  readonly cells: readonly (GridCell<Item> | null)[]
}

const HALF_HOUR = 30

/** Rows from the first to the last minute that anybody works; none on a day without either. */
export function dayGrid<Item>(columns: readonly GridColumn<Item>[]): GridRow<Item>[] {
  const edges = edgesOf(columns)
  const starts = edges.slice(0, -1)
  const cells = columns.map((column) => cellsOf(column, edges))
  return starts.map((from, row) => ({
    from,
    minutes: edges[row + 1] - from,
    cells: cells.map((column) => column[row]),
  }))
}

function edgesOf<Item>(columns: readonly GridColumn<Item>[]): number[] {
  const worked = columns.flatMap(({ open, items }) => [...open, ...items])
  if (worked.length === 0) return []
  const first = Math.min(...worked.map(({ from }) => from))
  const last = Math.max(...worked.map(({ to }) => to))
  const edges = new Set([first, last])
  const halfHours = Math.floor(last / HALF_HOUR)
  for (let i = Math.ceil(first / HALF_HOUR); i <= halfHours; i++) edges.add(i * HALF_HOUR)
  for (const { open, blocks, items } of columns) {
    for (const { from, to } of [...open, ...blocks, ...items]) edges.add(from).add(to)
  }
  return [...edges].filter((edge) => first <= edge && edge <= last).sort((a, b) => a - b)
}

type Filled<Item> = (GridCell<Item> | null)[]

function cellsOf<Item>(column: GridColumn<Item>, edges: readonly number[]): Filled<Item> {
  const slices = edges.slice(0, -1).map((from) => sliceAt(column, from))
  return slices.map((slice, row) => {
    if (row > 0 && joins(slices[row - 1], slice)) return null
    let rows = 1
    while (row + rows < slices.length && joins(slice, slices[row + rows])) rows++
    return cellOf(slice, rows)
  })
}

type Slice<Item> =
  | { kind: 'taken'; start: number; items: Item[] }
  | { kind: 'blocked'; start: number; reason: string }
  | { kind: 'closed' | 'free'; start: number }

const holds = ({ from, to }: Span, minute: number) => from <= minute && minute < to

function sliceAt<Item>({ open, blocks, items }: GridColumn<Item>, minute: number): Slice<Item> {
  const here = items.filter((span) => holds(span, minute))
  if (here.length > 0) {
    return { kind: 'taken', start: here[0].from, items: here.map(({ item }) => item) }
  }
  const block = blocks.find((span) => holds(span, minute))
  if (block) return { kind: 'blocked', start: block.from, reason: block.reason }
  const isOpen = open.some((span) => holds(span, minute))
  return { kind: isOpen ? 'free' : 'closed', start: isOpen ? minute : 0 }
}

/** Free time keeps its lines, so that one sees how long it is; the rest grows together. */
function joins<Item>(above: Slice<Item>, below: Slice<Item>): boolean {
  return above.kind === below.kind && above.start === below.start && above.kind !== 'free'
}

function cellOf<Item>(slice: Slice<Item>, rows: number): GridCell<Item> {
  if (slice.kind === 'taken') return { kind: 'taken', rows, items: slice.items }
  if (slice.kind === 'blocked') return { kind: 'blocked', rows, reason: slice.reason }
  return { kind: slice.kind, rows }
}
