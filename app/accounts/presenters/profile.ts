import type { HttpContext } from '@adonisjs/core/http'
import { FORMAT_LOCALES, formats, LOCALE_NAMES, LOCALES, type Locale } from '#core/organisation'
import type { FieldErrors } from '#core/web'

type Typed = Record<string, string | null | undefined>

const SAMPLE_DAY = '2027-01-19'
const SAMPLE_NUMBER = 1234.5

/** The form of a person's own details; every way of writing is shown by an example. */
export function presentProfile(ctx: HttpContext, values: Typed, errors: FieldErrors) {
  const { auth, i18n, locale } = ctx
  return {
    title: i18n.t('accounts.profile.title'),
    email: auth.use('web').getUserOrFail().email,
    values,
    locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
    formatLocales: customs(locale),
    errors,
  }
}

/** One of each country, since two languages of one country share its customs. */
function customs(locale: Locale) {
  const countries = new Intl.DisplayNames(FORMAT_LOCALES[locale], { type: 'region' })
  const own = LOCALES.filter((like, at) => {
    return LOCALES.findIndex((other) => countryOf(other) === countryOf(like)) === at
  })
  return own.map((like) => {
    const country = countryOf(like)
    const written = formats(locale, 'UTC', like)
    const sample = `${written.dayShortDate(SAMPLE_DAY)} · ${written.number(SAMPLE_NUMBER)}`
    return { value: like, label: `${countries.of(country) ?? country}: ${sample}` }
  })
}

const countryOf = (locale: Locale) => FORMAT_LOCALES[locale].slice(-2)
