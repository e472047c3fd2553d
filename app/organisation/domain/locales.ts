/** The eight languages of the product, in the order in which they are offered. */
export const LOCALES = ['es', 'pt', 'en', 'fr', 'it', 'ca', 'de', 'pl'] as const

export type Locale = (typeof LOCALES)[number]

/** Spanish is the language of a customer about whom nothing is known (H9). */
export const FALLBACK_LOCALE: Locale = 'es'

/**
 * Intl reads a bare `pt` as Brazil and `en` as the United States, with other
 * dates, first weekdays and currency positions than the places we serve.
 */
export const FORMAT_LOCALES: Readonly<Record<Locale, string>> = {
  es: 'es-ES',
  pt: 'pt-PT',
  en: 'en-GB',
  fr: 'fr-FR',
  it: 'it-IT',
  ca: 'ca-ES',
  de: 'de-DE',
  pl: 'pl-PL',
}

/** Each language's own name, as it stands in language menus; never translated. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = {
  es: 'Español',
  pt: 'Português',
  en: 'English',
  fr: 'Français',
  it: 'Italiano',
  ca: 'Català',
  de: 'Deutsch',
  pl: 'Polski',
}

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value)
}
