import type { Viewer } from '#core/admin'
import { tableFile, type DataTable, type TableCell, type TableFormat } from '#core/documents'
import { decimalsOf, decimalText } from '#core/organisation'
import type { Counted, Part } from '#plugins/shop-quotes/domain/figures'
import type { AskedStatistics } from '#plugins/shop-quotes/presenters/asked_statistics'
import { COLUMNS } from '#plugins/shop-quotes/presenters/statistics_numbers'
import { namedParts, wholeOf } from '#plugins/shop-quotes/presenters/statistics_parts'

type Asked = { asked: AskedStatistics; viewer: Viewer; currency: string }

/** The table of the page, as a file for other programs. */
export async function statisticsFile(counted: Counted, format: TableFormat, asked: Asked) {
  const { from, to } = asked.asked.period
  const table = await tableOf(counted, asked)
  return tableFile(table, { format, locale: asked.viewer.locale, from, to })
}

async function tableOf(counted: Counted, { asked, viewer, currency }: Asked): Promise<DataTable> {
  const { t } = viewer
  const parts = await namedParts(counted, asked, viewer)
  const whole = wholeOf(parts, asked.by === 'rate' ? null : counted.requested)
  const all = [...parts, { name: t('shop-quotes.statistics.all'), part: whole }]
  const rows = all.map(({ name, part }) => [name, ...cellsOf(part, currency)])
  async function* lines() {
    yield rows
  }
  return {
    title: t('shop-quotes.admin.statistics.title'),
    heads: [
      t(`shop-quotes.statistics.by.${asked.by}`),
      ...COLUMNS.map(({ key, unit }) => {
        const head = t(`shop-quotes.statistics.columns.${key}`)
        return unit === 'money' ? `${head} (${currency})` : head
      }),
    ],
    rows: lines(),
  }
}

const cellsOf = (part: Part, currency: string): TableCell[] =>
  COLUMNS.map(({ unit, of }) => {
    const value = of(part)
    if (value === null) return ''
    return unit === 'money' ? { figure: decimalText(value, decimalsOf(currency)) } : value
  })
