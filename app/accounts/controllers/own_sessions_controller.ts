import { errors, type HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import { urlFor } from '#core/platform'
import { endSession } from '#app/accounts/queries/sessions'

/** Signing out on another device, from the panel. */
export default class OwnSessionsController {
  async destroy(ctx: HttpContext) {
    const { auth, params, request, i18n } = ctx
    const ended = await endSession(auth.use('web').getUserOrFail().id, String(params.id))
    if (!ended) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    const text = i18n.t('accounts.me.session_ended')
    redirectWith(ctx, urlFor('accounts.own_settings.edit'), { tone: 'success', text })
  }
}
