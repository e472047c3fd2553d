import { LOCALES, type Translated } from '#core/organisation'

/** A text in es, pt, en, fr, it, ca, de, pl, in the order of LOCALES. */
export function inAll(...texts: string[]): Translated {
  return Object.fromEntries(LOCALES.map((locale, index) => [locale, texts[index]]))
}
