import { buffer } from 'node:stream/consumers'
import { inflateRawSync } from 'node:zlib'
import { test } from '@japa/runner'
import type { DataTable, TableCell } from '#core/documents'
import { csvStream } from '#app/documents/tables/csv'
import { xlsxStream } from '#app/documents/tables/xlsx'
import { columnName } from '#app/documents/tables/xlsx_cells'

const tableOf = (...rows: TableCell[][]): DataTable => ({
  title: "Anna's: list",
  heads: ['Name', 'Größe'],
  rows: (async function* () {
    yield rows
  })(),
})

/** The parts of a ZIP by name, read from its central directory. */
function unzipped(zip: Buffer): Record<string, string> {
  const parts: Record<string, string> = {}
  let at = zip.readUInt32LE(zip.length - 6)
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, length, extra, note] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset)
    )
    const name = zip.toString('utf8', at + 46, at + 46 + length)
    const local = zip.readUInt32LE(at + 42)
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    parts[name] = inflateRawSync(zip.subarray(data, data + size)).toString()
    at += 46 + length + extra + note
  }
  return parts
}

test.group('Tables as files', () => {
  test('CSV begins with a byte order mark and quotes what it must', async ({ assert }) => {
    const rows: TableCell[][] = [
      ['a;b "c"', 1.5],
      ['=1+1', { wall: '2026-11-24 09:30' }],
      ['', -2],
      ['', { figure: '-1234.50' }],
    ]
    const text = (await buffer(csvStream(tableOf(...rows), ';'))).toString()
    assert.equal(
      text,
      `\uFEFFName;Größe\r\n"a;b ""c""";1,5\r\n'=1+1;2026-11-24 09:30\r\n;-2\r\n;-1234,50\r\n`
    )
    const english = (await buffer(csvStream(tableOf(...rows), ','))).toString()
    assert.include(english, ',1.5\r\n')
    assert.include(english, ',-1234.50\r\n')
  })

  test('XLSX holds figures as figures, times as times and texts as texts', async ({ assert }) => {
    const rows: TableCell[][] = [
      ['<b>&\u0000 =1+1', 1.5],
      ['', { wall: '2026-11-24 12:00' }],
      ['x', { wall: '1970-01-01' }],
      ['y', { figure: '12.50' }],
      ['z', { figure: '1200' }],
      ['z', { figure: '0.500' }],
    ]
    const parts = unzipped(await buffer(xlsxStream(tableOf(...rows))))
    const sheet = parts['xl/worksheets/sheet1.xml']
    assert.include(
      sheet,
      '<c r="A2" t="inlineStr"><is><t xml:space="preserve">&lt;b&gt;&amp; =1+1</t></is></c>'
    )
    assert.include(sheet, '<c r="B2"><v>1.5</v></c>')
    assert.include(sheet, '<row r="3"><c r="B3" s="2"><v>46350.5</v></c></row>')
    assert.include(sheet, '<c r="B4" s="3"><v>25569</v></c>')
    assert.include(sheet, '<c r="B5" s="6"><v>12.50</v></c>')
    assert.include(sheet, '<c r="B6" s="4"><v>1200</v></c>')
    assert.include(sheet, '<c r="B7" s="7"><v>0.500</v></c>')
    assert.include(parts['xl/styles.xml'], '<numFmt numFmtId="166" formatCode="#,##0.00"/>')
    assert.notInclude(sheet, '<f>')
    assert.include(parts['xl/workbook.xml'], 'name="Anna s  list"')
  })

  test('columns are named as in a spreadsheet', ({ assert }) => {
    assert.deepEqual([0, 25, 26, 51, 701, 702].map(columnName), ['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA'])
  })

  test('who goes away stops the reading of rows', async ({ assert }) => {
    for (const make of [(table: DataTable) => csvStream(table, ','), xlsxStream]) {
      let read = 0
      let ended = false
      const endless = (async function* () {
        try {
          for (;;) yield [[`row ${read++} ${'x'.repeat(500)}${Math.random()}`]]
        } finally {
          ended = true
        }
      })()
      const stream = make({ title: 'Endless', heads: ['Row'], rows: endless })
      for await (const some of stream) if (some.length === 0 || read > 100) break
      await new Promise((resolve) => setTimeout(resolve, 50))
      const before = read
      await new Promise((resolve) => setTimeout(resolve, 50))
      assert.deepEqual([ended, read], [true, before])
    }
  })
})
