import type { Viewer } from '#core/admin'
import { tableFile, type DataTable, type TableCell, type TableFormat } from '#core/documents'
import { figuresOf, type Figures } from '#plugins/queue-caller/domain/figures'
import type { PlacedVisit } from '#plugins/queue-caller/domain/breakdown'
import type { AskedStatistics } from '#plugins/queue-caller/presenters/asked_statistics'
import {
  COLUMNS,
  MEASURES,
  type FigureColumn,
} from '#plugins/queue-caller/presenters/statistics_columns'
import { inUnit } from '#plugins/queue-caller/presenters/statistics_numbers'
import { namedParts } from '#plugins/queue-caller/presenters/statistics_parts'

const KEY = 'queue-caller.statistics'
/** The rows of the page with the figures of all its tables, as a file for other programs. */
export async function statisticsFile(
  visits: readonly PlacedVisit[],
  asked: AskedStatistics,
  { format, viewer }: { format: TableFormat; viewer: Viewer }
) {
  const table = await tableOf(visits, asked, viewer)
  const { from, to } = asked.period
  return tableFile(table, { format, locale: viewer.locale, from, to })
}

async function tableOf(
  visits: readonly PlacedVisit[],
  asked: AskedStatistics,
  viewer: Viewer
): Promise<DataTable> {
  const parts = await namedParts(visits, asked, viewer)
  const whole =
    asked.by === 'counter' ? [] : [{ name: wordOf('all', viewer), figures: figuresOf(visits) }]
  const rows = [...parts, ...whole].map(({ name, figures }) => [name, ...cellsOf(figures)])
  async function* all() {
    yield rows
  }
  return {
    title: viewer.t('queue-caller.admin.statistics.title'),
    heads: [wordOf(`by.${asked.by}`, viewer), ...headsIn(viewer)],
    rows: all(),
  }
}

const wordOf = (key: string, viewer: Viewer) => viewer.t(`${KEY}.${key}`)

/** "Waiting: Median (min)" */
const headsIn = (viewer: Viewer) =>
  MEASURES.flatMap((measure) =>
    COLUMNS[measure].map(({ key }) => {
      const head = wordOf(`columns.${key}`, viewer)
      return measure === 'tickets' ? head : `${wordOf(`measures.${measure}`, viewer)}: ${head}`
    })
  )

const cellsOf = (figures: Figures) =>
  MEASURES.flatMap((measure) => COLUMNS[measure].map(({ unit, of }) => cellOf(unit, of(figures))))

function cellOf(unit: FigureColumn['unit'], value: number | null): TableCell {
  if (value === null) return ''
  if (unit === 'count') return value
  return { figure: inUnit(unit, value).toFixed(1) as `${number}` }
}
