import type { HttpContext } from '@adonisjs/core/http'
import type { CookieDefinition } from '#core/consent'
import type { Locale } from '#core/organisation'
import { cookieDays } from '#config/app'

/** The one cookie that a visitor without an account may get, and only after choosing a language. */
export const LOCALE_COOKIE = 'lang'

export const languageCookie: CookieDefinition = {
  name: LOCALE_COOKIE,
  what: 'web.cookies.language',
  keeps: { days: cookieDays },
}

/** Keeps a chosen language; what stands in the cookie is checked against the list at every use. */
export function rememberLocale({ request, response }: HttpContext, locale: Locale): void {
  if (request.plainCookie(LOCALE_COOKIE, { encoded: false }) === locale) return
  response.plainCookie(LOCALE_COOKIE, locale, { encode: false, httpOnly: true, sameSite: 'lax' })
}
