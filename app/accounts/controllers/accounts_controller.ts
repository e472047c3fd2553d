import type { HttpContext } from '@adonisjs/core/http'
import { LOCALE_NAMES } from '#core/organisation'
import { hashToken } from '#core/platform'
import { presentSessions } from '#app/accounts/presenters/own_sessions'
import { sessionsOf } from '#app/accounts/queries/sessions'

/** "My account": who is signed in, and where. */
export default class AccountsController {
  async show({ auth, view, i18n, session }: HttpContext) {
    const user = auth.use('web').getUserOrFail()
    return view.render('accounts/pages/account', {
      title: i18n.t('accounts.account.title'),
      user,
      language: LOCALE_NAMES[user.locale],
      sessions: presentSessions(await sessionsOf(user.id), hashToken(session.sessionId)),
    })
  }
}
