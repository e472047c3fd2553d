import type { HttpContext } from '@adonisjs/core/http'
import { isSafePath } from '#app/accounts/domain/safe_path'

/** Id of the sign-in form for the captcha, which it carries once attempts have failed. */
export const CAPTCHA_FORM = 'accounts.sign_in'

export type SignInProblem =
  { kind: 'invalid'; fields: string[] } | { kind: 'wrong' | 'wait'; seconds: number }

/** The form as it was sent, without the password, and what was wrong with it, in words. */
export function presentSignIn({ request, i18n }: HttpContext, problem: SignInProblem | null) {
  const next: unknown = request.input('next')
  const email: unknown = request.input('email')
  return {
    title: i18n.t('accounts.sign_in.title'),
    next: isSafePath(next) ? next : null,
    email: typeof email === 'string' ? email : '',
    captchaForm: problem && problem.kind !== 'invalid' && problem.seconds > 0 ? CAPTCHA_FORM : null,
    errors: problem ? sentences(problem, (key, values) => i18n.t(key, values)) : {},
  }
}

type Translate = (key: string, values?: Record<string, unknown>) => string

function sentences(problem: SignInProblem, t: Translate): Record<string, string> {
  if (problem.kind !== 'invalid') {
    const { kind, seconds } = problem
    return { email: t(`accounts.sign_in.errors.${kind}`, { seconds }) }
  }
  const known = ['email', 'password'].filter((field) => problem.fields.includes(field))
  return Object.fromEntries(known.map((field) => [field, t(`accounts.sign_in.errors.${field}`)]))
}
