import { barChart, PERIODS, type Days, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { addDays, dayNumber, daysBetween, weekdayOf } from '#core/scheduling'
import {
  BREAKDOWNS,
  figuresOf,
  openedByDay,
  type Counted,
  type Figures,
  type Share,
} from '#plugins/helpdesk/domain/figures'
import { addressOf, type AskedStatistics } from '#plugins/helpdesk/presenters/asked_statistics'
import { COLUMNS, numbersFor } from '#plugins/helpdesk/presenters/statistics_columns'
import { namedParts, type NamedPart } from '#plugins/helpdesk/presenters/statistics_parts'

const KEY = 'helpdesk.statistics'
/** What the page explains, in this order. */
const EXPLAINED = ['opened', 'solved', 'in_time', 'rating', 'now', 'before']

type FoundFigures = { counted: Counted[]; before: Counted[] }

/** Everything on the page of the statistics. */
export async function presentStatistics(
  { counted, before }: FoundFigures,
  asked: AskedStatistics,
  viewer: Viewer
) {
  const { t } = viewer
  const now = figuresOf(counted)
  const { period } = asked
  return {
    title: t('helpdesk.admin.statistics.title'),
    ...presentChoices(asked, viewer),
    days: daysInWords(period, viewer),
    compared: t('helpdesk.statistics.compared', { days: daysInWords(period.before, viewer) }),
    isEmpty: counted.length === 0,
    headlines: presentHeadlines(now, figuresOf(before), viewer),
    chart: presentChart(counted, period, viewer),
    parts: partsTable(await namedParts(counted, asked, viewer), now, { asked, viewer }),
    explained: EXPLAINED.map((key) => ({
      term: t(`helpdesk.statistics.explained.${key}.term`),
      text: t(`helpdesk.statistics.explained.${key}.text`),
    })),
  }
}

function presentChoices(asked: AskedStatistics, { t }: Viewer) {
  const { name, by, period } = asked
  return {
    action: urlFor(KEY),
    from: period.from,
    to: period.to,
    hidden: { by },
    periods: PERIODS.filter((one) => one !== 'own').map((one) => ({
      label: t(`helpdesk.statistics.periods.${one}`),
      href: urlFor(KEY, {}, { period: one, by }),
      current: one === name,
    })),
    breakdowns: BREAKDOWNS.map((one) => ({
      label: t(`helpdesk.statistics.by.${one}`),
      href: `${urlFor(KEY, {}, addressOf(asked, { by: one }))}#breakdown`,
      current: one === by,
    })),
    files: (['csv', 'xlsx'] as const).map((format) => ({
      label: t(`helpdesk.statistics.files.${format}`),
      href: urlFor('helpdesk.statistics_file', {}, addressOf(asked, { format })),
    })),
  }
}

function daysInWords({ from, to }: Days, viewer: Viewer): string {
  const words = viewer.formats()
  if (from === to) return words.dayDate(from)
  return `${words.dayShortDate(from)} – ${words.dayShortDate(to)}`
}

/** The seven figures that a manager looks at first, and how they were before. */
function presentHeadlines(now: Figures, before: Figures, viewer: Viewer) {
  const { t } = viewer
  const number = numbersFor(viewer)
  const share = ({ part, whole }: Share) => t('helpdesk.statistics.notes.share', { part, whole })
  const notes: Record<string, string> = {
    first_answer: share(now.firstAnswer),
    solution: share(now.solution),
    rating: t('helpdesk.statistics.notes.ratings', { count: now.rating.whole }),
  }
  return COLUMNS.filter(({ key }) => key !== 'ratings').map(({ key, unit, of }) => {
    const was = of(before)
    return {
      label: t(`helpdesk.statistics.figures.${key}`),
      value: number(unit, of(now)),
      note: notes[key],
      before: was ? t('helpdesk.statistics.before', { value: number(unit, was) }) : undefined,
    }
  })
}

type Shown = { asked: AskedStatistics; viewer: Viewer }

function partsTable(parts: readonly NamedPart[], now: Figures, { asked: { by }, viewer }: Shown) {
  const { t } = viewer
  const number = numbersFor(viewer)
  const cells = (figures: Figures) => COLUMNS.map(({ unit, of }) => number(unit, of(figures)))
  const sum = { name: t('helpdesk.statistics.all'), cells: cells(now), sum: true }
  return {
    caption: t(`helpdesk.statistics.by.${by}`),
    heads: [
      t(`helpdesk.statistics.by.${by}`),
      ...COLUMNS.map(({ key }) => t(`helpdesk.statistics.columns.${key}`)),
    ],
    rows: [
      ...parts.map(({ name, figures }) => ({ name, cells: cells(figures) })),
      ...(parts.length > 1 ? [sum] : []),
    ],
  }
}

/** Of so many days each bar has its weekday, of more its number alone. */
const FEW = 14
const SLOTS = { few: 80, many: 30 }

/** Tickets opened on each day; of a single one there is nothing to draw. */
function presentChart(counted: readonly Counted[], { from, to }: Days, viewer: Viewer) {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, nth) => addDays(from, nth))
  if (days.length === 1) return null
  const words = viewer.formats()
  const values = openedByDay(counted, days, words.localDay)
  const hasFew = days.length <= FEW
  const heights = values.map((value) => ({ value }))
  const { bars, ...drawing } = barChart(heights, hasFew ? SLOTS.few : SLOTS.many)
  const weekday = (day: string) => words.weekdayShort(weekdayOf(dayNumber(day)))
  const number = (day: string) => String(Number(day.slice(8)))
  return {
    drawing,
    unit: viewer.t('helpdesk.statistics.tickets'),
    // What is drawn is also said.
    days: days.map((day, nth) => `${words.dayDate(day)}: ${words.number(values[nth])}`),
    bars: bars.map((drawn, nth) => ({
      ...drawn,
      label: hasFew ? `${weekday(days[nth])} ${number(days[nth])}` : number(days[nth]),
      words: values[nth] === 0 ? '' : words.number(values[nth]),
    })),
  }
}
