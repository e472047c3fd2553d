import { barChart, PERIODS, type Days, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { BREAKDOWNS, type PlacedVisit } from '#plugins/queue-caller/domain/breakdown'
import { figuresOf, type Figures } from '#plugins/queue-caller/domain/figures'
import type { AskedStatistics } from '#plugins/queue-caller/presenters/asked_statistics'
import {
  BARS,
  COLUMNS,
  MEASURES,
  type FigureColumn,
} from '#plugins/queue-caller/presenters/statistics_columns'
import {
  presentAccuracy,
  presentHeadlines,
} from '#plugins/queue-caller/presenters/statistics_headline'
import {
  inUnit,
  numbersFor,
  type Numbers,
} from '#plugins/queue-caller/presenters/statistics_numbers'
import { namedParts, type NamedPart } from '#plugins/queue-caller/presenters/statistics_parts'

export type FoundVisits = { visits: PlacedVisit[]; before: PlacedVisit[] }

const KEY = 'queue-caller.statistics'
/** What the page explains, in this order. */
const EXPLAINED = [
  ...['tickets', 'served', 'waiting', 'within', 'walking', 'serving'],
  ...['spread', 'told', 'office', 'before', 'staff'],
]

/** Everything on the page of the statistics. */
export async function presentStatistics(
  { visits, before }: FoundVisits,
  asked: AskedStatistics,
  viewer: Viewer
) {
  const { t } = viewer
  const now = figuresOf(visits)
  return {
    title: t('queue-caller.admin.statistics.title'),
    ...presentChoices(asked, viewer),
    days: daysInWords(asked.period, viewer),
    compared: t(`${KEY}.compared`, { days: daysInWords(asked.period.before, viewer) }),
    hasPlaces: asked.places.length > 0,
    isEmpty: visits.length === 0,
    headlines: presentHeadlines(now, figuresOf(before), viewer),
    accuracy: presentAccuracy(now, viewer),
    times: presentTimes(now, viewer),
    ...presentBreakdown(await namedParts(visits, asked, viewer), now, { asked, viewer }),
    explained: EXPLAINED.map((key) => ({
      term: t(`${KEY}.explained.${key}.term`),
      text: t(`${KEY}.explained.${key}.text`),
    })),
  }
}

/** Of the page, with what is chosen on it; `changed` wins. */
export function addressOf(
  { name, period, by, of, location }: AskedStatistics,
  changed: Record<string, string> = {}
): Record<string, string> {
  const { from, to } = period
  const days: Record<string, string> = name === 'own' ? { from, to } : { period: name }
  const place: Record<string, string> = location ? { location: String(location.id) } : {}
  return { ...days, ...place, by, of, ...changed }
}

const pageAt = (asked: AskedStatistics, changed: Record<string, string>) =>
  urlFor(KEY, {}, addressOf(asked, changed))

function presentChoices(asked: AskedStatistics, viewer: Viewer) {
  const { name, location, places, by, of, period } = asked
  const place: Record<string, string> = location ? { location: String(location.id) } : {}
  return {
    action: urlFor(KEY),
    from: period.from,
    to: period.to,
    hidden: { by, of },
    periods: PERIODS.filter((one) => one !== 'own').map((one) => ({
      label: viewer.t(`${KEY}.periods.${one}`),
      href: urlFor(KEY, {}, { period: one, ...place, by, of }),
      current: one === name,
    })),
    locations: places.map(({ id, name: label }) => ({ value: id, label })),
    location: location?.id ?? '',
  }
}

const daysInWords = ({ from, to }: Days, viewer: Viewer): string => {
  const words = viewer.formats()
  if (from === to) return words.dayDate(from)
  return `${words.dayShortDate(from)} – ${words.dayShortDate(to)}`
}

function presentTimes(now: Figures, viewer: Viewer): FigureTable {
  const numbers = numbersFor(viewer)
  const columns = COLUMNS.walking
  return {
    caption: viewer.t(`${KEY}.times`),
    heads: [viewer.t(`${KEY}.time`), ...headsOf(columns, viewer)],
    rows: (['waiting', 'walking', 'serving'] as const).map((of) => ({
      name: viewer.t(`${KEY}.measures.${of}`),
      cells: cellsOf(now, COLUMNS[of].slice(0, columns.length), numbers),
    })),
  }
}

type FigureTable = {
  caption: string
  heads: string[]
  rows: { name: string; cells: string[]; sum?: boolean }[]
}

const headsOf = (columns: readonly FigureColumn[], viewer: Viewer) =>
  columns.map(({ key }) => viewer.t(`${KEY}.columns.${key}`))

const cellsOf = (figures: Figures, columns: readonly FigureColumn[], numbers: Numbers) =>
  columns.map(({ unit, of }) => numbers.cell(unit, of(figures)))

type Shown = { asked: AskedStatistics; viewer: Viewer }

function presentBreakdown(parts: NamedPart[], now: Figures, { asked, viewer }: Shown) {
  const { by, of } = asked
  const { t } = viewer
  return {
    breakdowns: BREAKDOWNS.map((one) => ({
      label: t(`${KEY}.by.${one}`),
      href: `${pageAt(asked, { by: one })}#breakdown`,
      current: one === by,
    })),
    measures: MEASURES.map((one) => ({
      label: t(`${KEY}.measures.${one}`),
      href: `${pageAt(asked, { of: one })}#breakdown`,
      current: one === of,
    })),
    parts: partsTable(parts, now, { asked, viewer }),
    chart: by === 'hour' || by === 'weekday' ? presentChart(parts, { asked, viewer }) : null,
    files: (['csv', 'xlsx'] as const).map((format) => ({
      label: t(`${KEY}.files.${format}`),
      href: urlFor('queue-caller.statistics_file', {}, addressOf(asked, { format })),
    })),
  }
}

function partsTable(
  parts: readonly NamedPart[],
  now: Figures,
  { asked: { by, of }, viewer }: Shown
): FigureTable {
  const { t } = viewer
  const numbers = numbersFor(viewer)
  const columns = COLUMNS[of]
  // Who was never called is at no counter.
  const hasSum = by !== 'counter' && parts.length > 1
  const sum = { name: t(`${KEY}.all`), cells: cellsOf(now, columns, numbers), sum: true }
  return {
    caption: `${t(`${KEY}.measures.${of}`)}: ${t(`${KEY}.by.${by}`)}`,
    heads: [t(`${KEY}.by.${by}`), ...headsOf(columns, viewer)],
    rows: [
      ...parts.map(({ name, figures }) => ({ name, cells: cellsOf(figures, columns, numbers) })),
      ...(hasSum ? [sum] : []),
    ],
  }
}

/** Room of a bar with an hour below it; a weekday takes more. */
const HOUR = 48

function presentChart(parts: NamedPart[], { asked: { by, of }, viewer }: Shown) {
  const bar = BARS[of]
  const numbers = numbersFor(viewer)
  const values = parts.map(({ figures }) => bar.of(figures))
  const heights = values.map((value) => ({ value: inUnit(bar.unit, value ?? 0) }))
  const { bars, ...drawing } = barChart(heights, by === 'hour' ? HOUR : undefined)
  return {
    drawing,
    unit: viewer.t(`${KEY}.bars.${of}`),
    bars: bars.map((drawn, index) => ({
      ...drawn,
      label: parts[index].short,
      words: values[index] === null ? '' : numbers.cell(bar.unit, values[index]),
    })),
  }
}
