import { createRequire } from 'node:module'
import type Holidays from 'date-holidays'

/** A country, or a part of one with holidays of its own: `IT`, `DE-BY`. */
export type HolidayPlace = string

type NamedDay = { readonly day: string; readonly name: string }

const DAY = 86_400_000

/** The days of every country: a tenth of a start, and few processes are ever asked for them. */
const library = () => createRequire(import.meta.url)('date-holidays') as typeof Holidays

type Country = {
  readonly place: HolidayPlace
  readonly regions: readonly { readonly place: HolidayPlace; readonly name: string }[]
}

/** Every country whose holidays are known, its regions by name in a language or their own. */
export function holidayCountries(language: string): Country[] {
  const known = new (library())()
  return Object.keys(known.getCountries() ?? {}).map((country) => ({
    place: country,
    regions: Object.entries(known.getStates(country, language) ?? {}).map(([region, name]) => ({
      place: `${country}-${region}`,
      name,
    })),
  }))
}

/** Whole days off in a year, named in a language or their own; of two on one day the first. */
export function publicHolidays(place: HolidayPlace, year: number, language: string): NamedDay[] {
  const [country, ...region] = place.split('-')
  const calendar = new (library())(country, region.join('-'), { types: ['public'] })
  const days = new Map<string, string>()
  for (const { date, start, end, name } of calendar.getHolidays(year, language)) {
    const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`)
    const count = Math.max(1, Math.round((end.valueOf() - start.valueOf()) / DAY))
    for (let nth = 0; nth < count; nth++) {
      const day = new Date(first + nth * DAY).toISOString().slice(0, 10)
      if (!days.has(day)) days.set(day, name)
    }
  }
  return [...days].map(([day, name]) => ({ day, name }))
}
