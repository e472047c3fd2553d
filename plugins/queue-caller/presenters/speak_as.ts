import type { HttpContext } from '@adonisjs/core/http'
import type { Locale } from '#core/organisation'
import { speak } from '#core/web'

/** From here on the page is in this language, whatever the browser's is; no cookie keeps it. */
export function speakAs(ctx: HttpContext, locale: Locale): void {
  speak(ctx, locale)
  ctx.view.share({ locale: ctx.locale, i18n: ctx.i18n })
}
