import { errors, type HttpContext } from '@adonisjs/core/http'
import { hashToken, urlFor } from '#core/platform'
import { leadToAccount } from '#app/accounts/account_pages'
import { renderSecurity } from '#app/accounts/presenters/security'
import { endOtherSessions, endSession } from '#app/accounts/queries/sessions'

/** Where a person is signed in, and signing out there. */
export default class SessionsController {
  async index(ctx: HttpContext) {
    return renderSecurity(ctx, {})
  }

  async destroy(ctx: HttpContext) {
    const { auth, params, request } = ctx
    const ended = await endSession(auth.use('web').getUserOrFail().id, String(params.id))
    if (!ended) throw new errors.E_ROUTE_NOT_FOUND([request.method(), request.url()])
    return this.#leave(ctx)
  }

  /** All but this one. */
  async update(ctx: HttpContext) {
    const { auth, session } = ctx
    await endOtherSessions(auth.use('web').getUserOrFail().id, hashToken(session.sessionId))
    return this.#leave(ctx)
  }

  #leave(ctx: HttpContext) {
    const text = ctx.i18n.t('accounts.sessions.ended')
    return leadToAccount(ctx, urlFor('accounts.security.show'), { tone: 'success', text })
  }
}
