import string from '@adonisjs/core/helpers/string'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { DataTable, TableCell } from '#core/documents'
import type { AnyResource, Column, Viewer } from '#app/admin/definition'
import type { ListState } from '#app/admin/domain/list_state'
import { cellOf, labelsFor, NOTHING, type Labels } from '#app/admin/presenters/cells'
import { currencyOf, figureOf } from '#app/admin/presenters/figures'
import { shownColumns } from '#app/admin/presenters/list'
import { allRows } from '#app/admin/queries/all_rows'
import { labelOf, titleOf } from '#app/admin/words'

/** The list with the same columns, filters and order, on one endless page. */
export function exportedTable(resource: AnyResource, state: ListState, viewer: Viewer): DataTable {
  const columns = withCurrencies(shownColumns(resource, state))
  async function* rows() {
    for await (const records of allRows(resource, state, viewer)) {
      const labels = await labelsFor(resource, columns, { rows: records, viewer })
      yield records.map((record) =>
        columns.map((column) => exportedCell(resource, column, { record, viewer, labels }))
      )
    }
  }
  return {
    title: titleOf(resource, viewer),
    heads: columns.map((column) => headOf(resource, column, viewer)),
    rows: rows(),
  }
}

/** An amount is a mere figure in a table: where each record has its own currency, that follows. */
const withCurrencies = (columns: readonly Column[]): Column[] =>
  columns.flatMap((column) => {
    const { currency } = column
    if (typeof currency !== 'object') return [column]
    const { attribute: name } = currency
    return columns.some((one) => one.name === name) ? [column] : [column, { name }]
  })

/** "Price (EUR)" */
function headOf(resource: AnyResource, column: Column, viewer: Viewer): string {
  const label = labelOf(resource, column.name, viewer)
  const currency = currencyOf(resource, column, viewer)
  return currency ? `${label} (${currency})` : label
}

type Called = { viewer: Viewer; title?: string }

/** `appointments-2026-11-28.csv`, in the person's language. */
export function fileNameOf(
  resource: AnyResource,
  ending: string,
  { viewer, title = titleOf(resource, viewer) }: Called
): string {
  const word = string.slug(title, { lower: true, strict: true }) || resource.name
  return `${word}-${viewer.formats().localDay(viewer.now)}.${ending}`
}

type Shown = { record: LucidRow; viewer: Viewer; labels: Labels }

function exportedCell(resource: AnyResource, column: Column, shown: Shown): TableCell {
  const figure = figureOf(resource, column, shown)
  if (figure !== null) return figure
  const cell = cellOf(resource, column, shown)
  if (typeof cell === 'string') return cell === NOTHING ? '' : cell
  return [cell.text, cell.note].filter(Boolean).join(' · ')
}
