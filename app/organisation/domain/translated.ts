import { LOCALES, type Locale } from './locales.js'

/** A text of the operator, one entry a language; languages may be missing. */
export type Translated = Partial<Record<Locale, string>>

/**
 * The text in the wanted language, else in the fallback language, else in the
 * first language that has one. Blank entries count as missing.
 *
 *     translatedIn({ it: 'Sportello' }, 'de', 'es')  // 'Sportello'
 */
export function translatedIn(
  value: Readonly<Translated> | null,
  locale: Locale,
  fallback: Locale
): string {
  if (value === null) return ''
  for (const candidate of [locale, fallback, ...LOCALES]) {
    const text = value[candidate]?.trim()
    if (text) return text
  }
  return ''
}

/** Keeps known languages with a text, trimmed: what a form or a file may hand in. */
export function cleanTranslated(value: Readonly<Record<string, unknown>> | null): Translated {
  const clean: Translated = {}
  for (const locale of LOCALES) {
    const text = value?.[locale]
    if (typeof text === 'string' && text.trim() !== '') clean[locale] = text.trim()
  }
  return clean
}
