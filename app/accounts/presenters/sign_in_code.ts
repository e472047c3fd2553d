import type { HttpContext } from '@adonisjs/core/http'
import { isSafePath } from '#app/accounts/domain/safe_path'

export type CodeProblem = { reason: 'missing' | 'wrong' | 'wait'; seconds: number }

export function presentSignInCode({ request, i18n }: HttpContext, problem: CodeProblem | null) {
  const next: unknown = request.input('next')
  return {
    title: i18n.t('accounts.two_factor.code.title'),
    next: isSafePath(next) ? next : null,
    errors: problem ? { code: codeSentence(i18n, problem) } : {},
  }
}

/** What is wrong with a code, in words. */
export function codeSentence(i18n: HttpContext['i18n'], { reason, seconds }: CodeProblem): string {
  return i18n.t(`accounts.two_factor.errors.${reason}`, { seconds })
}
