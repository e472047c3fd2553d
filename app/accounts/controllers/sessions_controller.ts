import { errors, type HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { endSession } from '#app/accounts/queries/sessions'

/** Signing out on another device. */
export default class SessionsController {
  async destroy({ auth, params, request, response }: HttpContext) {
    const ended = await endSession(auth.use('web').getUserOrFail().id, params.id)
    if (!ended) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    return response.redirect().status(303).toPath(urlFor('accounts.account.show'))
  }
}
