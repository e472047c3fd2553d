import type { FieldErrors } from '#app/admin/definition'
import { currentOrganisation, LOCALE_NAMES, LOCALES, type Translated } from '#core/organisation'

/** A text in every language: the organisation's own is written first, the others are folded. */
export async function presentTexts(value: unknown, errors: FieldErrors = {}) {
  const texts = (value ?? {}) as Translated
  const { defaultLocale } = await currentOrganisation()
  const entries = LOCALES.map((locale) => ({
    locale,
    language: LOCALE_NAMES[locale],
    text: texts[locale] ?? '',
    error: errors[locale] ?? null,
  }))
  const others = entries.filter(({ locale }) => locale !== defaultLocale)
  return {
    texts: entries.filter(({ locale }) => locale === defaultLocale),
    others,
    isWrong: others.some(({ error }) => error !== null),
    written: others.filter(({ text }) => text !== '').length,
  }
}
