import type { HttpContext } from '@adonisjs/core/http'
import { formats, offeredLocations } from '#core/organisation'
import { hashToken } from '#core/platform'
import { presentSessions } from '#app/accounts/presenters/own_sessions'
import { presentProfile } from '#app/accounts/presenters/profile'
import { sessionsOf } from '#app/accounts/queries/sessions'

/** "My account": who is signed in, and where. */
export default class AccountsController {
  async show({ auth, view, i18n, locale, session }: HttpContext) {
    const user = auth.use('web').getUserOrFail()
    const [place] = await offeredLocations()
    const page = {
      i18n,
      formats: formats(locale, place?.zone ?? 'UTC'),
      currentId: hashToken(session.sessionId),
    }
    return view.render('accounts/pages/account', {
      title: i18n.t('accounts.account.title'),
      profile: presentProfile(user, i18n),
      sessions: presentSessions(await sessionsOf(user.id), page),
    })
  }
}
