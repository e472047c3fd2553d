import type { HttpContext } from '@adonisjs/core/http'
import type { I18n } from '@adonisjs/i18n'
import { randomId } from '#core/platform'
import type { CaptchaRefusal, FieldErrors } from '#core/web'
import { pageBefore } from '#app/feedback/queries/own_pages'
import { LONGEST_PROBLEM } from '#app/feedback/validators/report'

/** Id of the form for the captcha. */
export const REPORT_FORM = 'feedback.report'

/** Somewhat more than may be sent, so that who wrote too much can shorten it. */
const LONGEST_KEPT = 2 * LONGEST_PROBLEM

/** The form with everything that was typed, and what was wrong with it, in words. */
export function presentReport(ctx: HttpContext, errors: FieldErrors) {
  const typed = (name: string): string | null => {
    const value: unknown = ctx.request.input(name)
    return typeof value === 'string' ? value.slice(0, LONGEST_KEPT) : null
  }
  const isNew = ctx.request.method() !== 'POST'
  return {
    title: ctx.i18n.t('feedback.report.title'),
    values: {
      page: isNew ? pageBefore(ctx.request.header('referer')) : typed('page'),
      problem: isNew ? null : typed('problem'),
      full_name: isNew ? null : typed('full_name'),
      email: isNew ? null : typed('email'),
    },
    formKey: (isNew ? null : typed('form_key')) ?? randomId(),
    longest: LONGEST_PROBLEM,
    captchaForm: REPORT_FORM,
    errors,
  }
}

type Refusal = { reason: CaptchaRefusal } | { reason: 'too_many'; seconds: number }

/** Why a report is not taken yet; everything typed stays in the form. */
export const refusalWords = (refusal: Refusal, i18n: I18n): string =>
  refusal.reason === 'too_many'
    ? i18n.t('web.errors.429.text', { minutes: Math.ceil(refusal.seconds / 60) })
    : i18n.t(`web.captcha.${refusal.reason}`)
