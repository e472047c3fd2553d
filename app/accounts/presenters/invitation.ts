import type { HttpContext } from '@adonisjs/core/http'
import { typedIn, type FieldErrors } from '#core/web'
import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  type PasswordRefusal,
} from '#app/accounts/domain/passwords'
import type { User } from '#app/accounts/models/user'

const LIMITS = { shortest: SHORTEST_PASSWORD.staff, longest: LONGEST_PASSWORD }

/** Names as the person typed them, or as whoever invited them did. */
export function presentInvitation(ctx: HttpContext, user: User, errors: FieldErrors) {
  const typed = typedIn(ctx, ['first_name', 'last_name'])
  return {
    title: ctx.i18n.t('accounts.invitation.title'),
    token: String(ctx.params.token),
    email: user.email,
    values: {
      first_name: typed.first_name ?? user.firstName,
      last_name: typed.last_name ?? user.lastName,
    },
    limits: LIMITS,
    errors,
  }
}

export function sentenceForPassword(
  { i18n }: HttpContext,
  problem: 'different' | PasswordRefusal
): FieldErrors {
  const field = problem === 'different' ? 'password_confirmation' : 'password'
  return { [field]: i18n.t(`accounts.new_password.errors.${problem}`, LIMITS) }
}
