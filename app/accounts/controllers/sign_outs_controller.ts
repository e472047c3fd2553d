import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'

export default class SignOutsController {
  async store({ auth, session, response }: HttpContext) {
    await auth.use('web').logout()
    session.clear()
    return response.redirect().status(303).toPath(urlFor('accounts.sign_in.create'))
  }
}
