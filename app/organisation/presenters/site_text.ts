import type { I18n } from '@adonisjs/i18n'
import type { OwnText } from '#app/organisation/domain/legal_facts'
import { FALLBACK_LOCALE, isLocale } from '#app/organisation/domain/locales'
import { textBlocks, type TextBlock } from '#app/organisation/domain/text_blocks'
import { translatedIn } from '#app/organisation/domain/translated'
import type { Organisation } from '#app/organisation/models/organisation'
import { afterFeedback, beforeFeedback } from '#app/organisation/presenters/accessibility'
import { formatsOfText } from '#app/organisation/presenters/text_formats'

/** The pages of text that every installation has, with the column of the operator's own text. */
const TEXTS = {
  legal_notice: 'legalNotice',
  privacy_notice: 'privacyNotice',
  accessibility_statement: 'accessibilityStatement',
  help: 'help',
} as const

export type SiteText = keyof typeof TEXTS

/** An operator's own text in the nearest language, with the day of its last change. */
export interface PresentedOwnText {
  blocks: TextBlock[]
  changed: string | null
}

/** Null where the operator wrote none: then the text that we ship stands. */
export function presentOwnText(
  name: OwnText,
  organisation: Organisation,
  i18n: I18n
): PresentedOwnText | null {
  const locale = isLocale(i18n.locale) ? i18n.locale : FALLBACK_LOCALE
  const text = translatedIn(organisation[name], locale, organisation.defaultLocale)
  if (!text) return null
  const at = organisation.textsChangedAt[name]
  const date = at === undefined ? null : formatsOfText(locale).date(at)
  const changed = date && i18n.t('organisation.pages.changed', { date })
  return { blocks: textBlocks(text), changed }
}

/** The operator's own text in any of its languages, else the complete text that we ship. */
export function presentText(kind: SiteText, organisation: Organisation, i18n: I18n) {
  const isStatement = kind === 'accessibility_statement'
  const own = presentOwnText(TEXTS[kind], organisation, i18n)
  const shipped = () => {
    const text = i18n.t(`organisation.pages.${kind}.text`, { name: organisation.name })
    return isStatement ? [text, ...beforeFeedback(organisation, i18n)].join('\n\n') : text
  }
  return {
    title: i18n.t(`organisation.pages.${kind}.title`),
    blocks: own?.blocks ?? textBlocks(shipped()),
    changed: own?.changed ?? null,
    responsible: presentResponsible(kind, organisation, i18n),
    takesFeedback: isStatement,
    after: isStatement && !own ? textBlocks(afterFeedback(organisation, i18n).join('\n\n')) : [],
  }
}

/** V5: the organisation behind the page, named whatever its own text says; not on every page. */
function presentResponsible(kind: SiteText, organisation: Organisation, i18n: I18n) {
  if (kind !== 'legal_notice' && kind !== 'privacy_notice') return null
  const { name, address, phone, email, representedBy, dataProtectionOfficer } = organisation
  return {
    title: i18n.t(`organisation.pages.${kind}.responsible.title`),
    text: i18n.t(`organisation.pages.${kind}.responsible.text`, { name }),
    place: { address, phone, email },
    representedBy,
    officer: kind === 'privacy_notice' ? textBlocks(dataProtectionOfficer ?? '') : [],
  }
}
