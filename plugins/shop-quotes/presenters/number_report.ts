import type { Viewer } from '#core/admin'
import { documentNumber } from '#plugins/shop-quotes/domain/document_number'
import { gapText, type NumberRow } from '#plugins/shop-quotes/domain/number_gaps'

const PLAIN = ['series', 'year', 'first', 'last', 'count', 'missing'] as const

/** Every series and year with its first and last number, and what is missing of it. */
export function presentNumbers(report: readonly NumberRow[], { t, formats }: Viewer) {
  const words = (key: string) => t(`shop-quotes.admin.numbers.${key}`)
  return {
    isWhole: report.every(({ missing }) => missing.length === 0),
    columns: PLAIN.map((column) => ({
      label: words(`columns.${column}`),
      ...(column === 'count' ? { align: 'end' } : {}),
    })),
    rows: report.map(({ series, year, first, last, count, missing }) => ({
      cells: [
        ...[words(`series.${series}`), String(year)],
        ...[first, last].map((nth) => (count > 0 ? documentNumber(series, year, nth) : '–')),
        formats().number(count),
        missing.map(gapText).join(', ') || '–',
      ],
    })),
  }
}
