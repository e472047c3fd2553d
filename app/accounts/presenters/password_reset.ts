import type { HttpContext } from '@adonisjs/core/http'
import type { CaptchaRefusal } from '#core/web'

/** Id of the form for the captcha. */
export const RESET_FORM = 'accounts.reset'

export type ResetProblem = { email: true } | { captcha: CaptchaRefusal }

export function presentReset({ request, i18n }: HttpContext, problem: ResetProblem | null) {
  const email: unknown = request.input('email')
  return {
    title: i18n.t('accounts.reset.title'),
    email: typeof email === 'string' ? email : '',
    captchaForm: RESET_FORM,
    errors: problem ? sentence(problem, (key) => i18n.t(key)) : {},
  }
}

function sentence(problem: ResetProblem, t: (key: string) => string): Record<string, string> {
  if ('captcha' in problem) return { captcha: t(`web.captcha.${problem.captcha}`) }
  return { email: t('accounts.sign_in.errors.email') }
}
