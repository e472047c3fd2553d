import type { HttpContext } from '@adonisjs/core/http'
import i18nManager from '@adonisjs/i18n/services/main'
import { formats, type Locale } from '#core/organisation'
import { chooseLocale } from '#app/web/domain/locale_choice'
import { LOCALE_COOKIE, rememberLocale } from '#app/web/locale_cookie'

/** Picks the language of the answer (H9) and keeps one that was asked for by `?lang=`. */
export function chooseLanguage(ctx: HttpContext, profile: Locale | null): void {
  const { request, organisation } = ctx
  const choice = chooseLocale({
    query: request.qs().lang,
    profile,
    cookie: request.plainCookie(LOCALE_COOKIE, { encoded: false }) ?? null,
    acceptLanguage: request.header('accept-language') ?? null,
    offered: organisation.locales,
    fallback: organisation.defaultLocale,
  })
  speak(ctx, choice.locale)
  ctx.refusedLanguage = choice.refused
  if (choice.asked) rememberLocale(ctx, choice.locale)
}

/** From here on the request is answered in this language: texts, formats, validation messages. */
export function speak(ctx: HttpContext, locale: Locale): void {
  ctx.locale = locale
  ctx.i18n = i18nManager.locale(locale)
  ctx.formats = (zone) => formats(locale, zone, ctx.formatLocale)
  ctx.response.header('Content-Language', locale)
}
