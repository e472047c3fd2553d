import type { Viewer } from '#core/admin'
import { FORMAT_LOCALES } from '#core/organisation'
import type { Figures, Part } from '#plugins/shop-quotes/domain/figures'

export type Unit = 'money' | 'count' | 'percent' | 'hours'

type FigureColumn<Of> = { key: string; unit: Unit; of: (figures: Of) => number | null }

/** What stands big on the page, for the period. */
export const HEADLINES: readonly FigureColumn<Figures>[] = [
  { key: 'net', unit: 'money', of: ({ netMinor }) => netMinor },
  { key: 'orders', unit: 'count', of: ({ orders }) => orders },
  { key: 'repaid', unit: 'money', of: ({ repaidMinor }) => repaidMinor },
  { key: 'requested', unit: 'count', of: ({ requested }) => requested },
  { key: 'sent', unit: 'count', of: ({ sent }) => sent },
  { key: 'time_to_answer', unit: 'hours', of: ({ timeToAnswer }) => timeToAnswer },
  { key: 'accepted', unit: 'count', of: ({ accepted }) => accepted },
  { key: 'conversion', unit: 'percent', of: ({ conversion }) => conversion },
]

/** What a row of the table, and of the file, tells. */
export const COLUMNS: readonly FigureColumn<Part>[] = [
  { key: 'net', unit: 'money', of: ({ netMinor }) => netMinor },
  { key: 'tax', unit: 'money', of: ({ taxMinor }) => taxMinor },
  { key: 'lines', unit: 'count', of: ({ lines }) => lines },
  { key: 'quotes', unit: 'count', of: ({ quotes }) => quotes },
]

const NOTHING = '–'
const HOUR = 3_600_000

/** Figures as this person writes them; a figure that is not there is a dash. */
export function numbersFor(viewer: Viewer, currency: string) {
  const tag = FORMAT_LOCALES[viewer.locale]
  const whole = new Intl.NumberFormat(tag)
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const words: Record<Unit, (value: number) => string> = {
    money: (minor) => viewer.formats().money(minor, currency),
    count: (value) => whole.format(value),
    percent: (value) => percent.format(value),
    hours: (value) =>
      viewer.t('shop-quotes.statistics.hours', { hours: tenths.format(value / HOUR) }),
  }
  return (unit: Unit, value: number | null): string =>
    value === null ? NOTHING : words[unit](value)
}
