import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES, type Locale } from '#core/organisation'
import type { Consent } from '#app/consent/context'
import { purposesOf } from '#app/consent/domain/choice'
import type { RecordedConsent } from '#app/consent/definition'
import type { AccountChoice } from '#app/consent/models/account_choice'
import { agreedWords, presentChoice } from '#app/consent/presenters/choices'

type Words = Pick<HttpContext, 'i18n' | 'formats'>

const COLUMNS = ['at', 'agreed', 'version', 'locale', 'proof']

/** The choice of this browser, which can be taken back here, and all that the account knows of. */
export function presentConsents(
  { question, choice, isAsked }: Consent,
  choices: readonly AccountChoice[],
  words: Words
) {
  const t = (key: string) => words.i18n.t(key)
  const isAnswered = choice !== null && !isAsked
  return {
    title: t('consent.consents.title'),
    hasOptional: question.purposes.length > 0,
    here: isAnswered ? presentChoice(choice, words) : null,
    canWithdraw: isAnswered && choice.agreed.length > 0,
    columns: COLUMNS.map((column) => ({
      label: t(`consent.made.${column}`),
      strong: column === 'at',
    })),
    rows: choices.map((one) => ({
      cells: [
        words.formats('UTC').date(one.at),
        agreedWords(purposesOf(one.agreed), words),
        String(one.version),
        LOCALE_NAMES[one.locale as Locale],
        one.proof,
      ],
    })),
  }
}

const RECORDED = ['at', 'agreed', 'version', 'locale', 'of']

/** What stands with bookings and the like; each is taken back there. */
export function presentRecorded(consents: readonly RecordedConsent[], { i18n, formats }: Words) {
  return {
    caption: i18n.t('consent.consents.recorded'),
    columns: RECORDED.map((column) => ({
      label: i18n.t(`consent.made.${column}`),
      strong: column === 'at',
    })),
    rows: consents.map(({ at, text, version, locale, of }) => ({
      cells: [formats('UTC').date(at), text, String(version), LOCALE_NAMES[locale], of],
    })),
  }
}
