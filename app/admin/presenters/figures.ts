import type { TableCell } from '#core/documents'
import { decimalsOf, decimalText, isCurrency } from '#core/organisation'
import type { AnyResource, Column, Viewer } from '#app/admin/definition'
import { currencyIn } from '#app/admin/fields'
import { fieldNamed, formattedAs, isInstant, type Shown } from '#app/admin/presenters/cells'
import type { AnyRecord } from '#app/admin/queries/records'

/** The figure or the time behind a cell, for tables that one reckons with; null where words stand. */
export function figureOf(
  resource: AnyResource,
  column: Column,
  { record, viewer, labels }: Shown
): Exclude<TableCell, string> | null {
  const value = (record as AnyRecord)[column.name]
  if (column.value || labels.has(column.name) || typeof value !== 'number') return null
  const field = formattedAs(resource, column, record)
  const kind = field?.kind
  if (field?.kind === 'money') return exactly(value, currencyIn(field, viewer))
  if (kind === 'date_time' || isInstant(resource.model, column.name)) {
    const words = viewer.formats(resource.zone(record))
    return { wall: `${words.localDay(value)} ${words.time(value)}` }
  }
  return kind === undefined || kind === 'number' || kind === 'minutes' ? value : null
}

/** "1234.50" of 123450 minor units; nothing where nobody knows of what. */
const exactly = (minor: number, currency: string) =>
  isCurrency(currency) ? { figure: decimalText(minor, decimalsOf(currency)) } : null

/** The currency that all amounts of a column have; null where there are none or several. */
export function currencyOf(resource: AnyResource, column: Column, viewer: Viewer) {
  const { name, format, currency } = column
  if (format) return typeof currency === 'string' ? currency : null
  const field = fieldNamed(resource, name)
  return field?.kind === 'money' ? currencyIn(field, viewer) : null
}
