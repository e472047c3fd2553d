import type { Viewer } from '#core/admin'
import { FORMAT_LOCALES } from '#core/organisation'
import type { FigureColumn } from '#plugins/queue-caller/presenters/statistics_columns'

const MINUTE = 60_000
const NOTHING = '–'

/** As wide as the plus beside it. */
const minus = (text: string) => text.replace('-', '−')

/** Figures as this person writes them; a figure that is not there is a dash. */
export function numbersFor({ locale }: Viewer) {
  const tag = FORMAT_LOCALES[locale]
  const whole = new Intl.NumberFormat(tag)
  const tenths = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const change = new Intl.NumberFormat(tag, {
    ...{ style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' },
  })
  const signed = new Intl.NumberFormat(tag, {
    ...{ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' },
  })
  return {
    count: (value: number) => whole.format(value),
    minutes: (time: number | null) => (time === null ? NOTHING : tenths.format(time / MINUTE)),
    signedMinutes: (time: number) => minus(signed.format(time / MINUTE)),
    percent: (share: number | null) => (share === null ? NOTHING : percent.format(share)),
    change: (now: number, before: number) => minus(change.format(now / before - 1)),
    /** Without its unit, which stands in the head of the column. */
    cell: (unit: FigureColumn['unit'], value: number | null) => {
      if (value === null) return NOTHING
      return unit === 'count' ? whole.format(value) : minus(tenths.format(inUnit(unit, value)))
    },
  }
}

export type Numbers = ReturnType<typeof numbersFor>

/** Milliseconds in minutes, shares in percent. */
export const inUnit = (unit: FigureColumn['unit'], value: number): number => {
  if (unit === 'count') return value
  return unit === 'minutes' ? value / MINUTE : value * 100
}
