import { currentOrganisation, LOCALE_NAMES, LOCALES, type Translated } from '#core/organisation'

/** A text in every language: the organisation's own is written first, the others are folded. */
export async function presentTexts(value: unknown) {
  const texts = (value ?? {}) as Translated
  const { defaultLocale } = await currentOrganisation()
  const entries = LOCALES.map((locale) => ({
    locale,
    language: LOCALE_NAMES[locale],
    text: texts[locale] ?? '',
  }))
  const others = entries.filter(({ locale }) => locale !== defaultLocale)
  return {
    texts: entries.filter(({ locale }) => locale === defaultLocale),
    others,
    written: others.filter(({ text }) => text !== '').length,
  }
}
