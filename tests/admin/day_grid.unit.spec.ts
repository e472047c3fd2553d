import { test } from '@japa/runner'
import { dayGrid, type GridColumn } from '#app/scheduling/admin/day_grid'

const span = (from: number, to: number) => ({ from, to })
const column = (values: Partial<GridColumn<string>> = {}): GridColumn<string> => ({
  open: [span(540, 660)],
  blocks: [],
  items: [],
  ...values,
})

test.group('Grid of a day', () => {
  test('cuts the day where anything changes and at every half hour', ({ assert }) => {
    const rows = dayGrid([column({ items: [{ ...span(550, 595), item: 'Ada' }] })])
    assert.deepEqual(
      rows.map(({ from, minutes }) => [from, minutes]),
      [
        [540, 10],
        [550, 20],
        [570, 25],
        [595, 5],
        [600, 30],
        [630, 30],
      ]
    )
    assert.deepEqual(
      rows.map(({ cells: [cell] }) => cell && [cell.kind, cell.rows]),
      [['free', 1], ['taken', 2], null, ['free', 1], ['free', 1], ['free', 1]]
    )
  })

  test('every row of every column is covered exactly once', ({ assert }) => {
    const columns = [
      column({ items: [{ ...span(480, 540), item: 'early' }] }),
      column({ blocks: [{ ...span(600, 2000), reason: 'Repair' }] }),
      column({ open: [] }),
    ]
    const rows = dayGrid(columns)
    for (const index of columns.keys()) {
      const covered = rows.reduce((sum, { cells }) => sum + (cells[index]?.rows ?? 0), 0)
      assert.equal(covered, rows.length)
    }
    assert.deepEqual(rows[0].cells[2], { kind: 'closed', rows: rows.length })
  })

  test('people of one group appointment share a cell, neighbours do not', ({ assert }) => {
    const rows = dayGrid([
      column({
        items: [
          { ...span(540, 570), item: 'Ada' },
          { ...span(540, 570), item: 'Bea' },
          { ...span(570, 600), item: 'Cio' },
        ],
      }),
    ])
    assert.deepEqual(rows[0].cells[0], { kind: 'taken', rows: 1, items: ['Ada', 'Bea'] })
    assert.deepEqual(rows[1].cells[0], { kind: 'taken', rows: 1, items: ['Cio'] })
  })

  test('a day on which nobody works has no rows', ({ assert }) => {
    assert.deepEqual(dayGrid([column({ open: [], blocks: [{ ...span(0, 60), reason: '' }] })]), [])
  })
})
