import type { Viewer } from '#core/admin'
import { FORMAT_LOCALES } from '#core/organisation'
import { shareOf, type Figures } from '#plugins/helpdesk/domain/figures'

/** Shares are 0 … 1, ratings 1 … 5; null where there is nothing to divide by. */
export type FigureColumn = {
  key: string
  unit: 'count' | 'percent' | 'rating'
  of: (figures: Figures) => number | null
}

/** What a row of the table, and of the file, tells. */
export const COLUMNS: readonly FigureColumn[] = [
  { key: 'opened', unit: 'count', of: ({ opened }) => opened },
  { key: 'solved', unit: 'count', of: ({ solved }) => solved },
  { key: 'reopened', unit: 'count', of: ({ reopened }) => reopened },
  { key: 'rejected', unit: 'count', of: ({ rejected }) => rejected },
  { key: 'first_answer', unit: 'percent', of: ({ firstAnswer }) => shareOf(firstAnswer) },
  { key: 'solution', unit: 'percent', of: ({ solution }) => shareOf(solution) },
  { key: 'rating', unit: 'rating', of: ({ rating }) => shareOf(rating) },
  { key: 'ratings', unit: 'count', of: ({ rating }) => rating.whole },
]

const NOTHING = '–'

/** Figures as this person writes them; a figure that is not there is a dash. */
export function numbersFor({ locale }: Viewer) {
  const tag = FORMAT_LOCALES[locale]
  const whole = new Intl.NumberFormat(tag)
  const tenths = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const formats = { count: whole, percent, rating: tenths }
  return (unit: FigureColumn['unit'], value: number | null): string =>
    value === null ? NOTHING : formats[unit].format(value)
}
