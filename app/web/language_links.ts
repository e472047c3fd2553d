import type { HttpContext } from '@adonisjs/core/http'
import router from '@adonisjs/core/services/router'
import { LOCALE_NAMES, type Locale } from '#core/organisation'

export type LanguageLink = { locale: Locale; name: string; href: string; current: boolean }

/** The same page in every offered language, in the order in which the organisation offers them. */
export function languageLinks(ctx: HttpContext): LanguageLink[] {
  const { pathname, searchParams } = pageAddress(ctx)
  searchParams.delete('lang')
  const rest = searchParams.size > 0 ? `${searchParams}&` : ''
  return ctx.organisation.locales.map((locale) => {
    const href = `${pathname}?${rest}lang=${locale}`
    return { locale, name: LOCALE_NAMES[locale], href, current: locale === ctx.locale }
  })
}

/** The answer to a form has no address of its own unless a page is shown under the same one. */
function pageAddress({ request }: HttpContext): URL {
  const isPage = request.method() === 'GET' || router.match(request.url(), 'GET', false) !== null
  const address = new URL('http://page')
  // Two slashes at the front would be the address of another site.
  if (isPage) address.pathname = request.url().replace(/^[/\\]+/, '/')
  if (request.method() === 'GET') address.search = request.parsedUrl.query ?? ''
  return address
}
