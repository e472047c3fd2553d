import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { lacksTwoFactor, permissionsOf, signedInUser } from '#core/accounts'
import { isLocale } from '#core/organisation'
import { chooseLanguage } from '#app/web/choose_language'
import { rememberLocale } from '#app/web/locale_cookie'
import { sharePerson } from '#app/web/page_state'

const NONE: ReadonlySet<string> = new Set()

/** Tells the request who is asking: actor, permissions, the language of the profile. */
export default class IdentifyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    // To what another program sends there is no session.
    const user = !ctx.session || ctx.session.fresh ? null : await signedInUser(ctx)
    if (user) {
      const permissions = (await lacksTwoFactor(user)) ? NONE : await permissionsOf(user)
      ctx.actor = { kind: user.kind, id: user.id }
      ctx.can = (permission) => permissions.has(permission)
      if (isLocale(user.formatLocale)) ctx.formatLocale = user.formatLocale
      chooseLanguage(ctx, isLocale(user.locale) ? user.locale : null)
      // Error pages of unknown addresses are answered before any session is read.
      rememberLocale(ctx, ctx.locale)
      sharePerson(ctx, user)
    }
    if (ctx.refusedLanguage) {
      ctx.notices.push({ tone: 'info', text: ctx.i18n.t('web.notices.language_not_offered') })
    }
    return next()
  }
}
