import { barChart, type Viewer } from '#core/admin'
import { FORMAT_LOCALES, LOCALE_NAMES, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'
import { PERIODS, type Period } from '#app/statistics/domain/periods'
import type { Kind } from '#app/statistics/domain/views'
import { pageName } from '#app/statistics/presenters/page_name'
import type { Sum } from '#app/statistics/queries/counts'

const KEY = 'statistics.visits'
export const TOTALS = ['visitors', 'visits', 'views'] as const
/** So many rows of what was looked at. */
const MOST_ROWS = 20
/** Room of a bar with what stands below it: the number of a day, or the name of a month. */
const SLOTS = { last_30: 30, last_12: 64 }

type Numbered = { name: string; amount: number }

/** Everything on the page, of sums that have been read. */
export function presentVisits(sums: readonly Sum[], period: Period, viewer: Viewer) {
  const { t } = viewer
  const parts = partsOf(sums, period)
  return {
    title: t('statistics.admin.visits.title'),
    isEmpty: sums.length === 0,
    periods: PERIODS.map((name) => ({
      label: t(`${KEY}.periods.${name}`),
      href: urlFor('statistics.visits', {}, { period: name }),
      current: name === period.name,
    })),
    file: urlFor('statistics.visit_file', {}, { period: period.name }),
    figures: figuresOf(parts, viewer),
    chart: presentChart(parts, period, viewer),
    parts: partsTable(parts, period, viewer),
    tables: [
      sharesTable('page', named(sums, 'page', pageName), viewer),
      sharesTable('language', named(sums, 'language', languageName), viewer),
      sharesTable(
        'referrer',
        named(sums, 'referrer', (name) => t(`${KEY}.from.${name}`)),
        viewer
      ),
    ],
  }
}

export type Part = { part: string; visitors: number; visits: number; views: number }

/** Every day or month of the period, also those on which nobody came. */
export const partsOf = (sums: readonly Sum[], { parts }: Period): Part[] =>
  parts.map((part) => {
    const of = (name: string) =>
      sums.find((sum) => sum.kind === 'total' && sum.part === part && sum.name === name)?.amount ??
      0
    return { part, visitors: of('visitors'), visits: of('visits'), views: of('views') }
  })

export const partName = (part: string, { name }: Period, viewer: Viewer): string =>
  name === 'last_30' ? viewer.formats().dayShortDate(part) : viewer.formats().month(part)

function figuresOf(parts: readonly Part[], viewer: Viewer) {
  return TOTALS.map((total) => ({
    label: viewer.t(`${KEY}.${total}.label`),
    value: viewer.formats().number(sumOf(parts.map((part) => part[total]))),
    note: viewer.t(`${KEY}.${total}.note`),
  }))
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0)

function presentChart(parts: readonly Part[], period: Period, viewer: Viewer) {
  const { bars, ...drawing } = barChart(
    parts.map(({ visits }) => ({ value: visits })),
    SLOTS[period.name]
  )
  return {
    drawing,
    bars: bars.map((bar, index) => ({
      ...bar,
      label: shortName(parts[index].part, viewer),
      words: parts[index].visits === 0 ? '' : viewer.formats().number(parts[index].visits),
    })),
  }
}

/** `19` of a day, "Jan" of a month. */
function shortName(part: string, { locale }: Viewer): string {
  if (part.length > 7) return String(Number(part.slice(8)))
  const month = new Date(`${part}-01T00:00:00Z`)
  return month.toLocaleDateString(FORMAT_LOCALES[locale], { month: 'short', timeZone: 'UTC' })
}

function partsTable(parts: readonly Part[], period: Period, viewer: Viewer) {
  const { number } = viewer.formats()
  return {
    caption: viewer.t(`${KEY}.by.${period.name}`),
    heads: [
      viewer.t(`${KEY}.part.${period.name}`),
      ...TOTALS.map((total) => viewer.t(`${KEY}.${total}.label`)),
    ],
    rows: parts.toReversed().map((part) => ({
      name: partName(part.part, period, viewer),
      cells: TOTALS.map((total) => number(part[total])),
    })),
  }
}

function named(sums: readonly Sum[], kind: Kind, nameOf: (name: string) => string): Numbered[] {
  return sums
    .filter((sum) => sum.kind === kind)
    .map(({ name, amount }) => ({ name: nameOf(name), amount }))
    .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
}

const languageName = (code: string): string => LOCALE_NAMES[code as Locale] ?? code

function sharesTable(kind: 'page' | 'language' | 'referrer', all: Numbered[], viewer: Viewer) {
  const percent = new Intl.NumberFormat(FORMAT_LOCALES[viewer.locale], {
    ...{ style: 'percent', maximumFractionDigits: 1 },
  })
  const whole = sumOf(all.map(({ amount }) => amount))
  return {
    caption: viewer.t(`${KEY}.of.${kind}`),
    heads: [
      viewer.t(`${KEY}.column.${kind}`),
      viewer.t(`${KEY}.views.label`),
      viewer.t(`${KEY}.share`),
    ],
    rows: all.slice(0, MOST_ROWS).map(({ name, amount }) => ({
      name,
      cells: [viewer.formats().number(amount), percent.format(amount / whole)],
    })),
  }
}
