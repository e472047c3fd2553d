import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { changeLooks } from '#app/accounts/actions/change_looks'
import { isSafePath } from '#app/accounts/domain/safe_path'
import { storeLooksValidator } from '#app/accounts/validators/own_settings'

/** Theme or density out of the person's menu, and back to the page they were on. */
export default class LooksController {
  async store({ auth, request, response }: HttpContext) {
    const [error, form] = await request.tryValidateUsing(storeLooksValidator)
    const { next, ...looks } = form ?? {}
    if (!error && Object.keys(looks).length > 0) {
      await changeLooks(auth.use('web').getUserOrFail().id, looks)
    }
    const to = isSafePath(next) ? next : urlFor('accounts.own_settings.edit')
    return response.redirect().status(303).toPath(to)
  }
}
