import type { Viewer } from '#core/admin'
import { tableFile } from '#core/documents'
import type { Period } from '#app/statistics/domain/periods'
import { partsOf, TOTALS } from '#app/statistics/presenters/visits'
import type { Sum } from '#app/statistics/queries/counts'

/** Days or months with their sums, for other programs: `2027-01-19` in the first column. */
export function visitsFile(sums: readonly Sum[], period: Period, viewer: Viewer) {
  const title = viewer.t('statistics.admin.visits.title')
  const found = partsOf(sums, period).map((part) => [part.part, ...TOTALS.map((one) => part[one])])
  async function* rows() {
    yield found
  }
  const heads = [
    viewer.t(`statistics.visits.part.${period.name}`),
    ...TOTALS.map((total) => viewer.t(`statistics.visits.${total}.label`)),
  ]
  const [from, to] = [period.parts[0], period.parts.at(-1)!]
  const table = { title, heads, rows: rows() }
  return tableFile(table, { format: 'csv', locale: viewer.locale, from, to })
}
