import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import { wayBack } from '#app/accounts/domain/safe_path'
import { typedIn, type FieldErrors } from '#core/web'

/** Id of the form for the captcha. */
export const REGISTER_FORM = 'accounts.register'

const KEPT = ['first_name', 'last_name', 'email', 'locale']

/** The form with everything that was typed, and what was wrong with it, in words. */
export function presentRegistration(ctx: HttpContext, errors: FieldErrors) {
  const values = typedIn(ctx, KEPT)
  return {
    title: ctx.i18n.t('accounts.register.title'),
    values: { ...values, locale: values.locale ?? ctx.locale },
    locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    next: wayBack(ctx.request.input('next')),
    captchaForm: REGISTER_FORM,
    errors,
  }
}
