import type { Readable } from 'node:stream'
import string from '@adonisjs/core/helpers/string'
import type { Viewer } from '#core/admin'
import { csvStream, xlsxStream, type DataTable, type TableCell } from '#core/documents'
import { figuresOf, type Counted, type Figures } from '#plugins/helpdesk/domain/figures'
import type { AskedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { COLUMNS, type FigureColumn } from '#plugins/helpdesk/presenters/statistics_columns'
import { namedParts } from '#plugins/helpdesk/presenters/statistics_parts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export type StatisticsFile = { name: string; type: string; content: Readable }

/** The table of the page, as a file for other programs. */
export async function statisticsFile(
  counted: readonly Counted[],
  asked: AskedStatistics,
  { format, viewer }: { format: keyof typeof TYPES; viewer: Viewer }
): Promise<StatisticsFile> {
  const table = await tableOf(counted, asked, viewer)
  const { from, to } = asked.period
  const word = string.slug(table.title, { lower: true, strict: true }) || 'statistics'
  const delimiter = viewer.locale === 'en' ? ',' : ';'
  return {
    name: `${word}-${from}-${to}.${format}`,
    type: TYPES[format],
    content: format === 'xlsx' ? xlsxStream(table) : csvStream(table, delimiter),
  }
}

async function tableOf(
  counted: readonly Counted[],
  asked: AskedStatistics,
  viewer: Viewer
): Promise<DataTable> {
  const { t } = viewer
  const parts = await namedParts(counted, asked, viewer)
  const whole = { name: t('helpdesk.statistics.all'), figures: figuresOf(counted) }
  const rows = [...parts, whole].map(({ name, figures }) => [name, ...cellsOf(figures)])
  async function* all() {
    yield rows
  }
  return {
    title: t('helpdesk.admin.statistics.title'),
    heads: [
      t(`helpdesk.statistics.by.${asked.by}`),
      ...COLUMNS.map(({ key }) => t(`helpdesk.statistics.columns.${key}`)),
    ],
    rows: all(),
  }
}

const cellsOf = (figures: Figures) => COLUMNS.map(({ unit, of }) => cellOf(unit, of(figures)))

function cellOf(unit: FigureColumn['unit'], value: number | null): TableCell {
  if (value === null) return ''
  if (unit === 'count') return value
  const inUnit = unit === 'percent' ? value * 100 : value
  return { figure: inUnit.toFixed(1) as `${number}` }
}
