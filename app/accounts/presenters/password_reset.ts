import type { HttpContext } from '@adonisjs/core/http'

/** Id of the form for the captcha. */
export const RESET_FORM = 'accounts.reset'

export type ResetProblem = 'email' | 'captcha'

export function presentReset({ request, i18n }: HttpContext, problem: ResetProblem | null) {
  const email: unknown = request.input('email')
  const sentence = {
    email: 'accounts.sign_in.errors.email',
    captcha: 'accounts.reset.errors.captcha',
  }
  return {
    title: i18n.t('accounts.reset.title'),
    email: typeof email === 'string' ? email : '',
    captchaForm: RESET_FORM,
    errors: problem ? { [problem]: i18n.t(sentence[problem]) } : {},
  }
}
