import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { LOCALE_NAMES, type Locale } from '#core/organisation'
import { urlFor } from '#core/platform'

/** A link, or a button of the menu's form. */
export type LanguageItem = { label: string; lang: Locale; current: boolean } & (
  { href: string } | { name: string; value: string }
)
export type LanguageMenu = {
  form: { action: string; fields: Record<string, string> } | null
  items: LanguageItem[]
}

/**
 * The same page in every offered language, in the order in which the organisation offers them.
 * Visitors follow a link. Who is signed in changes the language of their profile, which would
 * have its way again on the next page.
 */
export function languageMenu(ctx: HttpContext): LanguageMenu {
  const { pathname, searchParams } = pageAddress(ctx)
  searchParams.delete('lang')
  const query = String(searchParams)
  const entries = ctx.organisation.locales.map((lang) => {
    return { lang, label: LOCALE_NAMES[lang], current: lang === ctx.locale }
  })
  if (ctx.actor.id === null) {
    const rest = query && `${query}&`
    const href = (lang: Locale) => `${pathname}?${rest}lang=${lang}`
    return { form: null, items: entries.map((entry) => ({ ...entry, href: href(entry.lang) })) }
  }
  return {
    form: {
      action: urlFor('accounts.languages.store'),
      fields: { next: query ? `${pathname}?${query}` : pathname },
    },
    items: entries.map((entry) => ({ ...entry, name: 'locale', value: entry.lang })),
  }
}

/** The answer to a form has no address of its own unless a page is shown under the same one. */
export function pageAddress({ request }: HttpContext): URL {
  const isPage = request.method() === 'GET' || router.match(request.url(), 'GET', false) !== null
  const address = new URL('http://page')
  // Two slashes at the front would be the address of another site.
  if (isPage) address.pathname = request.url().replace(/^[/\\]+/, '/')
  if (request.method() === 'GET') address.search = request.parsedUrl.query ?? ''
  return address
}
