import type { I18n } from '@adonisjs/i18n'
import type { CookieDefinition } from '#app/consent/definition'

/** The rows of the cookie page, by name. */
export function presentCookies(cookies: readonly CookieDefinition[], i18n: I18n) {
  const t = (key: string) => i18n.t(key)
  return {
    title: t('consent.cookies.title'),
    columns: ['name', 'what', 'keeps'].map((column) => ({
      label: t(`consent.cookies.columns.${column}`),
      strong: column === 'name',
    })),
    rows: cookies
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, what, keeps }) => ({ cells: [name, t(what), keptFor(keeps, i18n)] })),
  }
}

function keptFor(keeps: CookieDefinition['keeps'], i18n: I18n): string {
  if (keeps === null) return i18n.t('consent.cookies.keeps.session')
  const unit = 'days' in keeps ? 'days' : 'minutes'
  return i18n.t(`consent.cookies.keeps.${unit}`, keeps)
}
