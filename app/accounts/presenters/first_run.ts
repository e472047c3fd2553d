import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES, LOCALES, ZONES } from '#core/organisation'
import { urlFor } from '#core/platform'
import { typedIn, type FieldErrors } from '#core/web'
import {
  LONGEST_PASSWORD,
  SHORTEST_PASSWORD,
  type PasswordRefusal,
} from '#app/accounts/domain/passwords'
import { FIRST_RUN_LENGTH } from '#app/accounts/presenters/first_run_guide'

const PASSWORD_LIMITS = { shortest: SHORTEST_PASSWORD.staff, longest: LONGEST_PASSWORD }

const KEPT = [
  'organisation',
  'locale',
  'location',
  'address',
  'zone',
  'first_name',
  'last_name',
  'email',
]

/** The form with everything that was typed, but for the passwords, and what was wrong with it. */
export function presentFirstRun(ctx: HttpContext, errors: FieldErrors) {
  const { params, i18n, locale } = ctx
  const values = typedIn(ctx, KEPT)
  return {
    title: i18n.t('accounts.first_run.title'),
    action: urlFor('accounts.first_run.store', { token: String(params.token) }),
    values: { ...values, locale: values.locale ?? locale, zone: values.zone ?? ownZone() },
    locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    zones: ZONES.map((zone) => ({ value: zone, label: zone })),
    // As long as nobody has chosen, the browser knows better than a server in a data centre.
    zoneAttributes: values.zone === undefined ? { 'x-data': 'ownZone' } : {},
    limits: PASSWORD_LIMITS,
    length: FIRST_RUN_LENGTH,
    errors,
  }
}

/** The zone of the server, which most often stands where its people are. */
const ownZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone

/** What is wrong, in words, beside the field that can mend it. */
export function sentenceFor(
  { i18n }: HttpContext,
  problem: 'different' | 'email_taken' | PasswordRefusal
): FieldErrors {
  if (problem === 'email_taken') return { email: i18n.t('admin.errors.taken') }
  const field = problem === 'different' ? 'password_confirmation' : 'password'
  return { [field]: i18n.t(`accounts.new_password.errors.${problem}`, PASSWORD_LIMITS) }
}
