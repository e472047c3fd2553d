import type { I18n } from '@adonisjs/i18n'
import type { CookieDefinition } from '#app/consent/definition'
import type { Purpose } from '#app/consent/domain/choice'

/**
 * The rows of the cookie page, by name: what the site needs, and apart from it what it sets for
 * purposes that are switched on, after somebody agreed.
 */
export function presentCookies(
  cookies: readonly CookieDefinition[],
  purposes: readonly Purpose[],
  i18n: I18n
) {
  const t = (key: string) => i18n.t(key)
  const rowsOf = (those: readonly CookieDefinition[]) =>
    those
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .map(({ name, what, keeps }) => ({ cells: [name, t(what), keptFor(keeps, i18n)] }))
  return {
    title: t('consent.cookies.title'),
    columns: ['name', 'what', 'keeps'].map((column) => ({
      label: t(`consent.cookies.columns.${column}`),
      strong: column === 'name',
    })),
    rows: rowsOf(cookies.filter(({ purpose }) => purpose === undefined)),
    hasOptional: purposes.length > 0,
    optional: rowsOf(cookies.filter(({ purpose }) => purpose && purposes.includes(purpose))),
  }
}

function keptFor(keeps: CookieDefinition['keeps'], i18n: I18n): string {
  if (keeps === null) return i18n.t('consent.cookies.keeps.session')
  const unit = 'days' in keeps ? 'days' : 'minutes'
  return i18n.t(`consent.cookies.keeps.${unit}`, keeps)
}
