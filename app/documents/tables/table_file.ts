import type { Readable } from 'node:stream'
import string from '@adonisjs/core/helpers/string'
import { csvStream } from '#app/documents/tables/csv'
import type { DataTable } from '#app/documents/tables/table'
import { xlsxStream } from '#app/documents/tables/xlsx'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
export type TableFormat = keyof typeof TYPES

/** A table for other programs, written as they expect it where people read this language. */
export const tableContent = (table: DataTable, format: TableFormat, locale: string) => ({
  type: TYPES[format],
  content: contentOf(table, format, locale),
})

const contentOf = (table: DataTable, format: TableFormat, locale: string): Readable =>
  format === 'xlsx' ? xlsxStream(table) : csvStream(table, locale === 'en' ? ',' : ';')

type Dated = {
  format: TableFormat
  locale: string
  /** Local days, both included. */
  from: string
  to: string
}

/** The same as a file that is named after its title and the days it is about. */
export function tableFile(table: DataTable, { format, locale, from, to }: Dated) {
  const word = string.slug(table.title, { lower: true, strict: true }) || 'table'
  return { name: `${word}-${from}-${to}.${format}`, ...tableContent(table, format, locale) }
}
