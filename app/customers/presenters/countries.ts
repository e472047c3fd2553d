import { FORMAT_LOCALES, type Locale } from '#core/organisation'
import { COUNTRIES } from '#app/customers/domain/countries'

const namers = new Map<Locale, Intl.DisplayNames>()

/** `DE` → Germany, Alemania, Niemcy. */
export function countryName(country: string, locale: Locale): string {
  const known = namers.get(locale)
  const namer = known ?? new Intl.DisplayNames(FORMAT_LOCALES[locale], { type: 'region' })
  namers.set(locale, namer)
  return namer.of(country) ?? country
}

/** All of them, as the language sorts them. */
export function countryOptions(locale: Locale) {
  const { compare } = new Intl.Collator(FORMAT_LOCALES[locale])
  return COUNTRIES.map((value) => ({ value, label: countryName(value, locale) })).toSorted((a, b) =>
    compare(a.label, b.label)
  )
}
