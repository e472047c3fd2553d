import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { DataTable, TableCell } from '#app/documents/tables/table'

type Row = readonly TableCell[]

/**
 * A table as CSV in UTF-8. It begins with a byte order mark, or Excel reads it in its own
 * alphabet; a text that Excel would take for a formula gets an apostrophe in front.
 *
 * @param delimiter `;` where the comma stands in figures, as Excel expects it there
 */
export function csvStream({ heads, rows }: DataTable, delimiter: ',' | ';'): Readable {
  async function* text() {
    yield `\uFEFF${lines([heads], delimiter)}`
    for await (const some of rows) yield lines(some, delimiter)
  }
  return Readable.from(text(), { objectMode: false, highWaterMark: 1 })
}

const lines = (rows: readonly Row[], delimiter: ',' | ';'): string =>
  stringify(
    rows.map((row) => row.map((cell) => words(cell, delimiter))),
    { delimiter, record_delimiter: 'windows' }
  )

const FORMULA = /^[=+\-@\t\r＝＋－＠]/

/** Figures stay figures, also below zero; texts are never reckoned. */
function words(cell: TableCell, delimiter: ',' | ';'): string {
  if (typeof cell === 'number') return figure(String(cell), delimiter)
  if (typeof cell === 'object' && 'figure' in cell) return figure(cell.figure, delimiter)
  const text = typeof cell === 'object' ? cell.wall : cell
  return FORMULA.test(text) ? `'${text}` : text
}

/** Excel takes 12.5 for the 12th of May where the comma stands in figures. */
const figure = (written: string, delimiter: ',' | ';'): string =>
  delimiter === ';' ? written.replace('.', ',') : written
