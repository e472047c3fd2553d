import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES, LOCALES } from '#core/organisation'
import { urlFor } from '#core/platform'
import { firstOfEach, speak, typedIn, type FieldErrors } from '#core/web'
import { leadToAccount, renderAccount } from '#app/accounts/account_pages'
import { changeProfile } from '#app/accounts/actions/change_profile'
import { updateProfileValidator } from '#app/accounts/validators/profile'

/** H9: the name, and the language in which everything is shown and mailed. */
export default class ProfilesController {
  async edit(ctx: HttpContext) {
    const { firstName, lastName, locale } = ctx.auth.use('web').getUserOrFail()
    return this.#page(ctx, { first_name: firstName, last_name: lastName, locale }, {})
  }

  async update(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(updateProfileValidator)
    if (error) {
      ctx.response.status(422)
      const typed = typedIn(ctx, ['first_name', 'last_name', 'locale'])
      return this.#page(ctx, typed, firstOfEach(error.messages))
    }
    const { first_name: firstName, last_name: lastName, locale } = form
    await changeProfile(ctx.auth.use('web').getUserOrFail(), { firstName, lastName, locale })
    speak(ctx, locale)
    const text = ctx.i18n.t('accounts.profile.saved')
    return leadToAccount(ctx, urlFor('accounts.profile.edit'), { tone: 'success', text })
  }

  async #page(ctx: HttpContext, values: Record<string, string | undefined>, errors: FieldErrors) {
    return renderAccount(ctx, 'accounts/pages/profile', {
      title: ctx.i18n.t('accounts.profile.title'),
      values,
      locales: LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
      errors,
    })
  }
}
