import { LOCALES, type Translated } from '#core/organisation'

/** The same text in all eight languages, in their order: `words('sí | sim | yes | …')`. */
export function words(texts: string): Translated {
  const each = texts.split('|').map((text) => text.trim())
  return Object.fromEntries(LOCALES.map((locale, index) => [locale, each[index]]))
}
