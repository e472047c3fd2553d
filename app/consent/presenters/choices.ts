import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import type { Consent } from '#app/consent/context'
import type { PurposeUse } from '#app/consent/definition'
import { PURPOSES, type Choice, type Purpose } from '#app/consent/domain/choice'

type Words = Pick<HttpContext, 'i18n' | 'formats'>

/** All purposes, each with what is done for it here; ticked is only what this visitor ticked. */
export function presentChoices(consent: Consent, uses: readonly PurposeUse[], words: Words) {
  const { i18n } = words
  const { isAsked, choice } = consent
  return {
    title: i18n.t('consent.choices.title'),
    purposes: PURPOSES.map((id) => ({
      id,
      label: i18n.t(`consent.purposes.${id}.label`),
      hints: [i18n.t(`consent.purposes.${id}.what`), ...usesOf(id, uses, i18n)],
      isTicked: !isAsked && choice !== null && choice.agreed.includes(id),
    })),
    made: choice && !isAsked ? presentChoice(choice, words) : null,
  }
}

function usesOf(purpose: Purpose, uses: readonly PurposeUse[], i18n: I18n): string[] {
  const own = uses.filter((use) => use.purpose === purpose)
  return own.length === 0
    ? [i18n.t('consent.purposes.unused')]
    : own.map(({ what }) => i18n.t(what))
}

/** A choice in words: what, when, which text, and by what it is shown. */
export function presentChoice(choice: Choice, { i18n, formats }: Words) {
  const line = (key: string, value: string) => ({
    label: i18n.t(`consent.made.${key}`),
    text: value,
  })
  return [
    line('agreed', agreedWords(choice.agreed, { i18n, formats })),
    line('at', formats('UTC').date(choice.at)),
    line('version', String(choice.version)),
    line('proof', choice.proof),
  ]
}

export const agreedWords = (agreed: readonly Purpose[], { i18n, formats }: Words): string =>
  agreed.length === 0
    ? i18n.t('consent.made.nothing')
    : formats('UTC').list(agreed.map((purpose) => i18n.t(`consent.purposes.${purpose}.label`)))
