import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { changeLooks } from '#app/accounts/actions/change_looks'
import { isSafePath } from '#app/accounts/domain/safe_path'
import { storeLanguageValidator } from '#app/accounts/validators/profile'

/** The language of one's profile out of the menu of languages, and back to the page it was on. */
export default class LanguagesController {
  async store({ auth, organisation, request, response }: HttpContext) {
    const [, form] = await request.tryValidateUsing(storeLanguageValidator)
    if (form && organisation.locales.includes(form.locale)) {
      await changeLooks(auth.use('web').getUserOrFail().id, { locale: form.locale })
    }
    const next: unknown = request.input('next')
    const to = isSafePath(next) ? next : urlFor('accounts.account.show')
    return response.redirect().status(303).toPath(to)
  }
}
