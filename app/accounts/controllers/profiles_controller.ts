import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { firstOfEach, speak, typedIn } from '#core/web'
import { leadToAccount, renderAccount } from '#app/accounts/account_pages'
import { changeProfile } from '#app/accounts/actions/change_profile'
import { presentProfile } from '#app/accounts/presenters/profile'
import { updateProfileValidator } from '#app/accounts/validators/profile'

const FIELDS = ['first_name', 'last_name', 'locale', 'format_locale']

/** H9: the name, and the language and customs in which everything is shown. */
export default class ProfilesController {
  async edit(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const { firstName: first_name, lastName: last_name, locale, formatLocale } = user
    const values = { first_name, last_name, locale, format_locale: formatLocale }
    return renderAccount(ctx, 'accounts/pages/profile', presentProfile(ctx, values, {}))
  }

  async update(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(updateProfileValidator)
    if (error) {
      ctx.response.status(422)
      const page = presentProfile(ctx, typedIn(ctx, FIELDS), firstOfEach(error.messages))
      return renderAccount(ctx, 'accounts/pages/profile', page)
    }
    const { first_name: firstName, last_name: lastName, locale, format_locale: like } = form
    const profile = { firstName, lastName, locale, formatLocale: like ?? null }
    await changeProfile(ctx.auth.use('web').getUserOrFail(), profile)
    speak(ctx, locale)
    const text = ctx.i18n.t('accounts.profile.saved')
    return leadToAccount(ctx, urlFor('accounts.profile.edit'), { tone: 'success', text })
  }
}
