import type { I18n } from '@adonisjs/i18n'
import { formats, isLocale, FALLBACK_LOCALE, type Formats } from '#core/organisation'
import { clockTime, localDate } from '#app/scheduling/domain/local_date'
import type {
  LocationHours,
  OpenNow,
  OpenSpan,
  SpecialDays,
} from '#app/scheduling/domain/public_hours'

export type HoursInWords = {
  isOpen: boolean
  /** "Open until 18:00", "Closed. Opens tomorrow at 09:00" */
  now: string
  /** `{ days: 'Monday – Friday', times: ['09:00–12:00', '14:00–18:00'] }` */
  week: { days: string; times: string[] }[]
  special: { days: string; times: string[]; name: string | null }[]
}

type Words = { i18n: I18n; at: Formats; today: number }

/**
 * Opening hours of a place in the reader's language; neighbouring days with equal hours share a line.
 *
 * @param today local day number of the place
 */
export function hoursInWords(
  { week, special, now }: LocationHours,
  { i18n, zone, today }: { i18n: I18n; zone: string; today: number }
): HoursInWords {
  const locale = isLocale(i18n.locale) ? i18n.locale : FALLBACK_LOCALE
  const words = { i18n, at: formats(locale, zone), today }
  return {
    isOpen: now.open,
    now: nowInWords(now, words),
    week: inGroups(week).map(({ days, spans }) => ({
      days: [...new Set([days[0], days.at(-1)!])]
        .map((weekday) => capitalised(words.at.weekday(weekday)))
        .join(' – '),
      times: timesInWords(spans, words),
    })),
    special: special.map((one) => specialInWords(one, words)),
  }
}

function nowInWords(now: OpenNow, { i18n, at, today }: Words): string {
  if (now.open) return i18n.t('scheduling.hours.open_until', { time: clockTime(now.until) })
  if (!now.next) return i18n.t('scheduling.hours.closed')
  const { day, from } = now.next
  const time = clockTime(from)
  if (day === today) return i18n.t('scheduling.hours.opens_today', { time })
  if (day === today + 1) return i18n.t('scheduling.hours.opens_tomorrow', { time })
  return i18n.t('scheduling.hours.opens_on', { day: at.dayWeekdayDate(localDate(day)), time })
}

function inGroups(week: LocationHours['week']): { days: number[]; spans: OpenSpan[] }[] {
  const groups: { days: number[]; spans: OpenSpan[] }[] = []
  for (const { weekday, spans } of week) {
    const last = groups.at(-1)
    if (last && String(last.spans) === String(spans)) last.days.push(weekday)
    else groups.push({ days: [weekday], spans })
  }
  return groups
}

function specialInWords({ fromDay, toDay, spans, name }: SpecialDays, words: Words) {
  const days = [...new Set([fromDay, toDay])].map((day) => words.at.dayDate(localDate(day)))
  return { days: days.map(capitalised).join(' – '), times: timesInWords(spans, words), name }
}

const timesInWords = (spans: readonly OpenSpan[], { i18n }: Words): string[] =>
  spans.length === 0
    ? [i18n.t('scheduling.hours.closed_day')]
    : spans.map(([from, to]) => `${clockTime(from)}–${clockTime(to)}`)

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)
