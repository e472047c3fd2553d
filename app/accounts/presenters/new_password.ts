import type { HttpContext } from '@adonisjs/core/http'
import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  type PasswordRefusal,
} from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'

export type NewPasswordProblem = 'missing' | 'different' | PasswordRefusal

/** The form behind a mailed link; `different` belongs to the second field, all else to the first. */
export function presentNewPassword(
  { i18n, params }: HttpContext,
  user: Pick<User, 'email' | 'kind'>,
  problem: NewPasswordProblem | null
) {
  const limits = { shortest: SHORTEST_PASSWORD[user.kind], longest: LONGEST_PASSWORD }
  const field = problem === 'different' ? 'password_confirmation' : 'password'
  return {
    title: i18n.t('accounts.new_password.title'),
    token: String(params.token),
    email: user.email,
    limits,
    errors: problem ? { [field]: i18n.t(`accounts.new_password.errors.${problem}`, limits) } : {},
  }
}
