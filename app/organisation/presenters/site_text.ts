import type { I18n } from '@adonisjs/i18n'
import { isLocale, FALLBACK_LOCALE } from '#app/organisation/domain/locales'
import { textBlocks, type TextBlock } from '#app/organisation/domain/text_blocks'
import type { Organisation } from '#app/organisation/models/organisation'
import { translatedIn } from '#app/organisation/domain/translated'

/** The pages of text that every installation has, with the column of the operator's own text. */
const TEXTS = {
  legal_notice: 'legalNotice',
  privacy_notice: 'privacyNotice',
  accessibility_statement: 'accessibilityStatement',
  help: 'help',
} as const

export type SiteText = keyof typeof TEXTS

export interface PresentedText {
  title: string
  blocks: TextBlock[]
}

/** The operator's own text in any of its languages, else the complete text that we ship. */
export function presentText(kind: SiteText, organisation: Organisation, i18n: I18n): PresentedText {
  const locale = isLocale(i18n.locale) ? i18n.locale : FALLBACK_LOCALE
  const own = translatedIn(organisation[TEXTS[kind]], locale, organisation.defaultLocale)
  const text = own || i18n.t(`organisation.pages.${kind}.text`, { name: organisation.name })
  return { title: i18n.t(`organisation.pages.${kind}.title`), blocks: textBlocks(text) }
}
