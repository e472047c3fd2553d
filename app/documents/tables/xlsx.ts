import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import {
  CONTENT_TYPES,
  RELATIONS,
  sheetEnd,
  sheetStart,
  STYLES,
  workbook,
  WORKBOOK_RELATIONS,
} from '#app/documents/tables/xlsx_parts'
import { sheetRow } from '#app/documents/tables/xlsx_cells'
import type { DataTable } from '#app/documents/tables/table'

/** Excel opens no more. */
const MOST_ROWS = 1_048_576

/** A table as a workbook with one sheet, written while its rows come. */
export function xlsxStream(table: DataTable): Readable {
  const zip = new ZipFile()
  const out = new PassThrough()
  const sheet = Readable.from(sheetXml(table), { objectMode: false, highWaterMark: 1 })
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONS,
    'xl/workbook.xml': workbook(table.title),
    'xl/_rels/workbook.xml.rels': WORKBOOK_RELATIONS,
    'xl/styles.xml': STYLES,
  }
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  zip.addReadStreamLazy('xl/worksheets/sheet1.xml', (begin) => begin(null, sheet))
  sheet.on('error', (error) => out.destroy(error))
  // Who goes away before the end stops the reading of rows too.
  out.on('close', () => sheet.destroy())
  zip.outputStream.pipe(out)
  zip.end()
  return out
}

async function* sheetXml({ heads, rows }: DataTable) {
  yield sheetStart(heads.length) + sheetRow(heads, { at: 1, isHead: true })
  let at = 2
  for await (const some of rows) {
    const fitting = some.slice(0, MOST_ROWS - at + 1)
    yield fitting.map((row) => sheetRow(row, { at: at++, isHead: false })).join('')
  }
  yield sheetEnd
}
