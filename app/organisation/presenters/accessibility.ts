import type { I18n } from '@adonisjs/i18n'
import { FALLBACK_LOCALE, isLocale } from '#app/organisation/domain/locales'
import { translatedIn, type Translated } from '#app/organisation/domain/translated'
import type { Organisation } from '#app/organisation/models/organisation'
import { formatsOfText } from '#app/organisation/presenters/text_formats'

const KEY = 'organisation.pages.accessibility_statement'

/**
 * The parts of the statement after Decision (EU) 2018/1523 that stand before the way to give
 * feedback: conformance, content that is not accessible, how and when it was prepared.
 */
export function beforeFeedback(organisation: Organisation, i18n: I18n): string[] {
  const { conformance, inaccessibleContent } = organisation
  const gaps = inOwnWords(inaccessibleContent, organisation, i18n)
  const usual = i18n.t(`${KEY}.gaps.${conformance === 'full' ? 'none' : 'usual'}`)
  return [
    headed('status', i18n, i18n.t(`${KEY}.status.${conformance}`)),
    headed('gaps', i18n, gaps || usual),
    headed('aids', i18n, i18n.t(`${KEY}.aids.text`)),
    headed('prepared', i18n, prepared(organisation, i18n)),
  ]
}

/** The last part: to whom people turn whom an answer did not help. */
export function afterFeedback(organisation: Organisation, i18n: I18n): string[] {
  const body = inOwnWords(organisation.enforcementBody, organisation, i18n)
  if (!body) return [headed('enforcement', i18n, i18n.t(`${KEY}.enforcement.unnamed`))]
  return [headed('enforcement', i18n, i18n.t(`${KEY}.enforcement.named`)), body]
}

const headed = (part: string, i18n: I18n, text: string) =>
  `## ${i18n.t(`${KEY}.${part}.title`)}\n\n${text}`

function prepared({ name, assessedOn, assessedBy }: Organisation, i18n: I18n): string {
  if (assessedOn === null) return i18n.t(`${KEY}.prepared.shipped`, { name })
  const date = formatsOfText(localeOf(i18n)).dayDate(assessedOn)
  return i18n.t(`${KEY}.prepared.${assessedBy}`, { name, date })
}

const inOwnWords = (text: Translated, { defaultLocale }: Organisation, i18n: I18n) =>
  translatedIn(text, localeOf(i18n), defaultLocale)

const localeOf = ({ locale }: I18n) => (isLocale(locale) ? locale : FALLBACK_LOCALE)
