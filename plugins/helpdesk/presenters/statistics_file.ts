import type { Viewer } from '#core/admin'
import { tableFile, type DataTable, type TableCell, type TableFormat } from '#core/documents'
import { figuresOf, type Counted, type Figures } from '#plugins/helpdesk/domain/figures'
import type { AskedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { COLUMNS, type FigureColumn } from '#plugins/helpdesk/presenters/statistics_columns'
import { namedParts } from '#plugins/helpdesk/presenters/statistics_parts'

/** The table of the page, as a file for other programs. */
export async function statisticsFile(
  counted: readonly Counted[],
  asked: AskedStatistics,
  { format, viewer }: { format: TableFormat; viewer: Viewer }
) {
  const table = await tableOf(counted, asked, viewer)
  const { from, to } = asked.period
  return tableFile(table, { format, locale: viewer.locale, from, to })
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
