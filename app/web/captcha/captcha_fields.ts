import type { HttpContext } from '@adonisjs/core/http'
import { clock, urlFor } from '#core/platform'
import { openSeal, sealForm } from '#app/web/captcha/form_seal'

/** Names of the fields that the captcha adds to a form. */
export const PROOF_FIELD = 'altcha'
export const SEAL_FIELD = '_seal'
export const HONEYPOT_FIELD = 'website'

/** The languages of the widget under the names it knows them by. */
const WIDGET_LANGUAGES: Readonly<Record<string, string>> = {
  es: 'es-es',
  pt: 'pt-pt',
  fr: 'fr-fr',
}

export type CaptchaFields = {
  challengeUrl: string
  language: string
  proofName: string
  sealName: string
  seal: string
  honeypotName: string
}

/**
 * What the component `captcha` prints into a form. A form that is shown again after an error
 * keeps its first seal, so that nobody waits twice.
 *
 * @param form id of the form, prefixed with module or plugin: `booking.confirm`
 */
export function captchaFields(ctx: HttpContext, form: string): CaptchaFields {
  const sent: unknown = ctx.request.body()[SEAL_FIELD]
  const shownAt = openSeal(form, sent) ?? clock.now()
  return {
    challengeUrl: urlFor('web.captcha_challenges.show', { form }),
    language: WIDGET_LANGUAGES[ctx.locale] ?? ctx.locale,
    proofName: PROOF_FIELD,
    sealName: SEAL_FIELD,
    seal: sealForm(form, shownAt),
    honeypotName: HONEYPOT_FIELD,
  }
}
