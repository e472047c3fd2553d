import { PaperPages } from '#app/documents/pdf/paper_pages'
import { drawHead, drawNotes, drawTotals } from '#app/documents/pdf/paper_parts'
import { drawTable } from '#app/documents/pdf/paper_table'
import { Sheet } from '#app/documents/pdf/sheet'
import type { About } from '#app/documents/ticket_pdf'

/** Such as a quote, a receipt, a credit note: all words are in the language of the reader already. */
export type Paper = {
  /** What it is, `Receipt`, and its number, which is set large. */
  kind: string
  number: string
  /** Beside the number: its day, the last day, a reference. */
  facts: readonly { label: string; text: string }[]
  /** Who gives it to whom, side by side; two at most. */
  parties: readonly { title: string; lines: readonly string[] }[]
  /** Paragraphs before the table; ends of lines are kept. */
  intro?: string | null
  table: PaperTable
  /** Below the table at the right; `strong` is the one that counts. */
  totals: readonly { label: string; text: string; strong?: boolean }[]
  notes: readonly { title?: string | null; text: string }[]
}

export type PaperTable = {
  /** `share` of the width; the shares of all columns together are the whole of it. */
  columns: readonly { title: string; share: number; align?: 'end' }[]
  /** A cell of each column, and what is said below the first of them. */
  rows: readonly { cells: readonly string[]; note?: string | null }[]
}

type Made = About & {
  organisation: string
  /** `Page 2 of 3`, at the foot of each page where there is more than one. */
  pageWords: (nth: number, of: number) => string
}

/**
 * A paper on A4, black on white, on as many pages as it takes; the head of the table stands on each
 * of them. Tagged, titled and in its language; the same paper at the same time gives the same bytes.
 */
export function paperPdf(paper: Paper, made: Made): Promise<Buffer> {
  const drawn = (of: number) => {
    const sheet = new Sheet({ ...made, author: made.organisation })
    const foot = (nth: number) =>
      [made.organisation, paper.number, of > 1 ? made.pageWords(nth, of) : ''].filter(Boolean)
    const pages = new PaperPages(sheet, made.language, foot)
    drawHead(pages, paper, made.organisation)
    drawTable(pages, paper.table)
    drawTotals(pages, paper.totals)
    drawNotes(pages, paper.notes)
    return { sheet, count: pages.count }
  }
  const alone = drawn(1)
  // How many pages there are is known once they are drawn, and each of them says so.
  return (alone.count > 1 ? drawn(alone.count) : alone).sheet.bytes()
}
