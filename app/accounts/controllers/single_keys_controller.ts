import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { changeLooks } from '#app/accounts/actions/change_looks'
import { storeSingleKeysValidator } from '#app/accounts/validators/own_settings'

/** Who speaks to the computer, or hits keys by accident, switches single keys off (WCAG 2.1.4). */
export default class SingleKeysController {
  async store({ auth, request, response }: HttpContext) {
    const [error, form] = await request.tryValidateUsing(storeSingleKeysValidator)
    if (!error) {
      const { id } = auth.use('web').getUserOrFail()
      await changeLooks(id, { single_keys: form.on === 'yes' })
    }
    return response.redirect().status(303).toPath(urlFor('admin.keys.show'))
  }
}
