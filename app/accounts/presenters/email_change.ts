import type { HttpContext } from '@adonisjs/core/http'
import { typedIn, type FieldErrors } from '#core/web'
import { renderAccount } from '#app/accounts/account_pages'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'

/** The form of another address, with the password asked again. */
export async function renderEmailChange(ctx: HttpContext, errors: FieldErrors) {
  const user = ctx.auth.use('web').getUserOrFail()
  if (Object.keys(errors).length > 0) ctx.response.status(422)
  return renderAccount(ctx, 'accounts/pages/email_change', {
    title: ctx.i18n.t('accounts.email_change.title'),
    email: user.email,
    values: typedIn(ctx, ['email']),
    asksCode: hasTwoFactor(user),
    errors,
  })
}
