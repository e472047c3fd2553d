import { barChart, PERIODS, type Days, type Viewer } from '#core/admin'
import { urlFor } from '#core/platform'
import { addDays, dayNumber, daysBetween, weekdayOf } from '#core/scheduling'
import { BREAKDOWNS, figuresOf, netByDay, type Counted } from '#plugins/shop-quotes/domain/figures'
import { addressOf, type AskedStatistics } from '#plugins/shop-quotes/presenters/asked_statistics'
import { COLUMNS, HEADLINES, numbersFor } from '#plugins/shop-quotes/presenters/statistics_numbers'
import { namedParts, wholeOf } from '#plugins/shop-quotes/presenters/statistics_parts'

const KEY = 'shop-quotes.statistics'
/** What the page explains, in this order. */
const EXPLAINED = ['net', 'repaid', 'quotes', 'conversion', 'parts', 'unpaid', 'before']

type Found = { counted: Counted; before: Counted; unpaidMinor: number; currency: string }
type Shown = { asked: AskedStatistics; viewer: Viewer }

/** Everything on the page of the statistics. */
export async function presentStatistics(found: Found, shown: Shown) {
  const { counted, unpaidMinor, currency } = found
  const { asked, viewer } = shown
  const { t } = viewer
  const { period } = asked
  return {
    title: t('shop-quotes.admin.statistics.title'),
    ...presentChoices(asked, viewer),
    days: daysInWords(period, viewer),
    compared: t('shop-quotes.statistics.compared', { days: daysInWords(period.before, viewer) }),
    isEmpty: counted.orders + counted.requested + counted.sent + unpaidMinor === 0,
    headlines: presentHeadlines(found, viewer),
    chart: presentChart(found, period, viewer),
    parts: await partsTable(counted, currency, shown),
    explained: EXPLAINED.map((key) => ({
      term: t(`shop-quotes.statistics.explained.${key}.term`),
      text: t(`shop-quotes.statistics.explained.${key}.text`),
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
      label: t(`shop-quotes.statistics.periods.${one}`),
      href: urlFor(KEY, {}, { period: one, by }),
      current: one === name,
    })),
    breakdowns: BREAKDOWNS.map((one) => ({
      label: t(`shop-quotes.statistics.by.${one}`),
      href: `${urlFor(KEY, {}, addressOf(asked, { by: one }))}#breakdown`,
      current: one === by,
    })),
    files: (['csv', 'xlsx'] as const).map((format) => ({
      label: t(`shop-quotes.statistics.files.${format}`),
      href: urlFor('shop-quotes.statistics_file', {}, addressOf(asked, { format })),
    })),
  }
}

function daysInWords({ from, to }: Days, viewer: Viewer): string {
  const words = viewer.formats()
  if (from === to) return words.dayDate(from)
  return `${words.dayShortDate(from)} – ${words.dayShortDate(to)}`
}

/** What a manager looks at first, how it was before, and what is still unpaid. */
function presentHeadlines({ counted, before, unpaidMinor, currency }: Found, viewer: Viewer) {
  const { t } = viewer
  const number = numbersFor(viewer, currency)
  const [now, earlier] = [figuresOf(counted), figuresOf(before)]
  const notes: Record<string, string> = {
    net: t('shop-quotes.statistics.notes.tax', { amount: number('money', now.taxMinor) }),
  }
  const ofPeriod = HEADLINES.map(({ key, unit, of }) => {
    const was = of(earlier)
    return {
      label: t(`shop-quotes.statistics.figures.${key}`),
      value: number(unit, of(now)),
      note: notes[key],
      before: was ? t('shop-quotes.statistics.before', { value: number(unit, was) }) : undefined,
    }
  })
  const unpaid = {
    label: t('shop-quotes.statistics.figures.unpaid'),
    value: number('money', unpaidMinor),
    note: t('shop-quotes.statistics.notes.now'),
  }
  return [...ofPeriod, unpaid]
}

async function partsTable(counted: Counted, currency: string, { asked, viewer }: Shown) {
  const { t } = viewer
  const number = numbersFor(viewer, currency)
  const parts = await namedParts(counted, asked, viewer)
  const whole = wholeOf(parts, asked.by === 'rate' ? null : counted.requested)
  const sum = { name: t('shop-quotes.statistics.all'), part: whole, sum: true }
  const caption = t(`shop-quotes.statistics.by.${asked.by}`)
  return {
    caption,
    heads: [caption, ...COLUMNS.map(({ key }) => t(`shop-quotes.statistics.columns.${key}`))],
    rows: [...parts, ...(parts.length > 1 ? [sum] : [])].map(({ part, ...row }) => ({
      ...row,
      cells: COLUMNS.map(({ unit, of }) => number(unit, of(part))),
    })),
  }
}

/** Of so many days each bar has its weekday, of more its number alone. */
const FEW = 14
const SLOTS = { few: 80, many: 30 }

/** Net of each day; of a single one there is nothing to draw. */
function presentChart({ counted, currency }: Found, { from, to }: Days, viewer: Viewer) {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, nth) => addDays(from, nth))
  if (days.length === 1) return null
  const words = viewer.formats()
  const values = netByDay(counted.sold, days, words.localDay)
  const money = (value: number) => words.money(value, currency)
  const hasFew = days.length <= FEW
  const heights = values.map((value) => ({ value }))
  const { bars, ...drawing } = barChart(heights, hasFew ? SLOTS.few : SLOTS.many)
  const weekday = (day: string) => words.weekdayShort(weekdayOf(dayNumber(day)))
  const number = (day: string) => String(Number(day.slice(8)))
  return {
    drawing,
    unit: currency,
    // What is drawn is also said.
    days: days.map((day, nth) => `${words.dayDate(day)}: ${money(values[nth])}`),
    bars: bars.map((drawn, nth) => ({
      ...drawn,
      label: hasFew ? `${weekday(days[nth])} ${number(days[nth])}` : number(days[nth]),
      words: values[nth] === 0 || !hasFew ? '' : money(values[nth]),
    })),
  }
}
