import type { PaperTable } from '#app/documents/paper_pdf'
import { EDGE, WIDTH, type PaperPages } from '#app/documents/pdf/paper_pages'
import { QUIET, type Style } from '#app/documents/pdf/sheet'
import { wrappedLines } from '#app/documents/pdf/wrapped_lines'

const HEAD: Style = { size: 9, colour: QUIET }
const TEXT: Style = { size: 10 }
const GAP = 10
const PADDING = 5

/** A row as the wrapped lines of each cell. */
type Row = readonly (readonly string[])[]
type Placed = PaperTable['columns'][number] & { x: number; width: number }

/** Its head stands on every page; a row is parted only where a page has no room for it. */
export function drawTable(pages: PaperPages, { columns, rows }: PaperTable): void {
  const placed = placedColumns(columns)
  const head = placed.map(({ title, width }) => wrappedLines(pages.sheet, title, width, HEAD))
  let left: Row[] = rows.map((row) => wrappedRow(pages, placed, row))
  while (left.length > 0) {
    const [first, ...others] = left
    if (heightIn(first) > linesThatFit(pages, head) && !isFresh(pages)) pages.turn()
    const room = linesThatFit(pages, head)
    if (heightIn(first) > room) left = [...parted(first, room), ...others]
    left = left.slice(drawPart(pages, placed, head, left))
    if (left.length > 0) pages.turn()
  }
}

const heightIn = (row: Row): number => Math.max(...row.map((lines) => lines.length))
const isFresh = (pages: PaperPages): boolean => pages.y === EDGE

function placedColumns(columns: PaperTable['columns']): Placed[] {
  let x = EDGE
  return columns.map((column) => {
    const placed = { ...column, x, width: column.share * WIDTH - GAP }
    x += column.share * WIDTH
    return column.align ? { ...placed, x: placed.x + GAP } : placed
  })
}

function wrappedRow(pages: PaperPages, columns: Placed[], row: PaperTable['rows'][number]): Row {
  return columns.map(({ width, align }, nth) => {
    const text = nth === 0 && row.note ? `${row.cells[0]}\n${row.note}` : row.cells[nth]
    return wrappedLines(pages.sheet, text, width, { ...TEXT, figures: align === 'end' })
  })
}

/** How many lines of a row stand on this page below the head of the table. */
function linesThatFit(pages: PaperPages, head: Row): number {
  const forHead = heightIn(head) * pages.sheet.lineHeight(HEAD) + 2 * PADDING
  const room = Math.floor((pages.left - forHead - 2 * PADDING) / pages.sheet.lineHeight(TEXT))
  return Math.max(1, room)
}

const parted = (row: Row, count: number): Row[] => [
  row.map((lines) => lines.slice(0, count)),
  row.map((lines) => lines.slice(count)),
]

/** As many rows as this page has room for; returns how many. */
function drawPart(pages: PaperPages, columns: Placed[], head: Row, rows: Row[]): number {
  const height = pages.sheet.lineHeight(TEXT)
  let drawn = 0
  pages.sheet.within('Table', () => {
    drawRow(pages, columns, head, { ...HEAD, tag: 'TH' })
    for (const row of rows) {
      if (drawn > 0 && heightIn(row) * height + 2 * PADDING > pages.left) break
      drawRow(pages, columns, row, { ...TEXT, tag: 'TD' })
      drawn += 1
    }
  })
  return drawn
}

function drawRow(
  pages: PaperPages,
  columns: Placed[],
  row: Row,
  style: Style & { tag: 'TH' | 'TD' }
): void {
  const y = pages.y + PADDING
  pages.sheet.within('TR', () => {
    for (const [nth, { x, width, align }] of columns.entries()) {
      const figures = align === 'end'
      pages.sheet.writeLines(row[nth], { x, y, width, align }, { ...style, figures })
    }
  })
  pages.y = y + heightIn(row) * pages.sheet.lineHeight(style) + PADDING
  pages.rule()
}
