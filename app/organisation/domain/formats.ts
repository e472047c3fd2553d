import { moneyText } from './decimals.js'
import { FORMAT_LOCALES, type Locale } from './locales.js'

/**
 * How dates, times and numbers are written for one language and one place.
 * Dates always carry the weekday; times are written with 24 hours.
 */
export interface Formats {
  /** Tuesday, 19 January 2027 */
  date(instant: number): string
  /** Tuesday 19 January */
  weekdayDate(instant: number): string
  /** 09:30 */
  time(instant: number): string
  /** 09:30–10:30 */
  timeRange(from: number, until: number): string
  /** Tuesday, 19 January 2027, 09:30 */
  dateTime(instant: number): string
  /** Tue, 19 Jan 2027, 09:30 */
  shortDateTime(instant: number): string
  /** The local day of an instant, `2027-01-19`. */
  localDay(instant: number): string
  /** Tuesday, 19 January 2027, out of a local day `2027-01-19` */
  dayDate(day: string): string
  /** Tuesday 19 January, out of a local day */
  dayWeekdayDate(day: string): string
  /** Tue 19 Jan, out of a local day */
  dayShort(day: string): string
  /** Tue 19 Jan 2027, out of a local day */
  dayShortDate(day: string): string
  /** January 2027, out of a month `2027-01` or a local day */
  month(month: string): string
  /** Weekday names, 1 = Monday … 7 = Sunday */
  weekday(isoWeekday: number): string
  weekdayShort(isoWeekday: number): string
  number(value: number): string
  /** €1,234.50, out of minor units */
  money(minor: number, currency: string): string
  /** "Monday, Tuesday and Friday" */
  list(words: readonly string[]): string
  /** "Monday, Tuesday or Friday" */
  either(words: readonly string[]): string
}

const WEEKDAY_DATE = { weekday: 'long', day: 'numeric', month: 'long' } as const
const DATE = { ...WEEKDAY_DATE, year: 'numeric' } as const
const SHORT = { weekday: 'short', day: 'numeric', month: 'short' } as const
const SHORT_DATE = { ...SHORT, year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const MONDAY = Date.UTC(2024, 0, 1)
const DAY = 86_400_000

/** Building an Intl formatter costs some 50 µs, using it 1 µs, so each pair is kept. */
const kept = new Map<string, Formats>()

/**
 * The formats of a language in an IANA zone: `formats('it', 'Europe/Rome').date(ms)`.
 * @param like whose customs order days, months and numbers; the words stay in `locale`
 */
export function formats(locale: Locale, zone: string, like: Locale = locale): Formats {
  const key = `${locale} ${like} ${zone}`
  const known = kept.get(key)
  if (known) return known
  const built = buildFormats(tagOf(locale, like), zone)
  kept.set(key, built)
  return built
}

/** `en` written as in Germany is `en-DE`: Tuesday 19 January 2027, 1.234,5. */
function tagOf(locale: Locale, like: Locale): string {
  return locale === like ? FORMAT_LOCALES[locale] : `${locale}-${FORMAT_LOCALES[like].slice(-2)}`
}

function buildFormats(tag: string, zone: string): Formats {
  const at = instantFormats(tag, zone)
  return {
    ...at,
    timeRange: (from, until) => `${at.time(from)}–${at.time(until)}`,
    ...dayFormats(tag),
    ...wordFormats(tag),
  }
}

function instantFormats(tag: string, zone: string) {
  const date = dateFormat(tag, { ...DATE, timeZone: zone })
  const time = keptOf(dateFormat(tag, { ...TIME, timeZone: zone }))
  const shortDate = dateFormat(tag, { ...SHORT_DATE, timeZone: zone })
  const iso = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone } as const
  return {
    date,
    weekdayDate: dateFormat(tag, { ...WEEKDAY_DATE, timeZone: zone }),
    time,
    dateTime: (instant: number) => `${date(instant)}, ${time(instant)}`,
    shortDateTime: (instant: number) => `${shortDate(instant)}, ${time(instant)}`,
    localDay: keptOf(dateFormat('sv-SE', iso)),
  }
}

const MOST_KEPT = 1000

/** Lists write the same days and times over and over; an Intl formatter takes some 2 µs for each. */
function keptOf<Moment extends string | number>(write: (moment: Moment) => string) {
  const written = new Map<Moment, string>()
  return (moment: Moment) => {
    const known = written.get(moment)
    if (known !== undefined) return known
    if (written.size >= MOST_KEPT) written.clear()
    const text = write(moment)
    written.set(moment, text)
    return text
  }
}

/** A local day has no zone: it is formatted as that day's midnight in UTC. */
function dayFormats(tag: string) {
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(tag, { ...options, timeZone: 'UTC' })
    return keptOf((day: string) => format(Date.parse(`${day}T00:00:00Z`)))
  }
  const month = ofDay({ month: 'long', year: 'numeric' })
  return {
    dayDate: ofDay(DATE),
    dayWeekdayDate: ofDay(WEEKDAY_DATE),
    dayShort: ofDay(SHORT),
    dayShortDate: ofDay(SHORT_DATE),
    month: (value: string) => month(`${value.slice(0, 7)}-01`),
  }
}

function wordFormats(tag: string) {
  const long = dateFormat(tag, { weekday: 'long', timeZone: 'UTC' })
  const short = dateFormat(tag, { weekday: 'short', timeZone: 'UTC' })
  const number = new Intl.NumberFormat(tag)
  const list = new Intl.ListFormat(tag, { type: 'conjunction' })
  const either = new Intl.ListFormat(tag, { type: 'disjunction' })
  return {
    weekday: (isoWeekday: number) => long(MONDAY + (isoWeekday - 1) * DAY),
    weekdayShort: (isoWeekday: number) => short(MONDAY + (isoWeekday - 1) * DAY),
    number: (value: number) => number.format(value),
    money: (minor: number, currency: string) => moneyText(minor, currency, tag),
    list: (words: readonly string[]) => list.format(words),
    either: (words: readonly string[]) => either.format(words),
  }
}

function dateFormat(tag: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(tag, options)
  return (instant: number) => format.format(instant)
}
