import type { HttpContext } from '@adonisjs/core/http'
import { offeredLocations } from '#core/organisation'
import { hashToken } from '#core/platform'
import type { FieldErrors } from '#core/web'
import { renderAccount } from '#app/accounts/account_pages'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/accounts/domain/passwords'
import { presentSessions } from '#app/accounts/presenters/own_sessions'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'
import { sessionsOf } from '#app/accounts/queries/sessions'

/** The page of a person's password and of the devices on which they are signed in. */
export async function renderSecurity(ctx: HttpContext, errors: FieldErrors) {
  const { auth, i18n, session, response } = ctx
  const user = auth.use('web').getUserOrFail()
  const [place] = await offeredLocations()
  const shown = {
    i18n,
    formats: ctx.formats(place?.zone ?? 'UTC'),
    currentId: hashToken(session.sessionId),
  }
  if (Object.keys(errors).length > 0) response.status(422)
  const sessions = presentSessions(await sessionsOf(user.id), shown)
  return renderAccount(ctx, 'accounts/pages/security', {
    title: i18n.t('accounts.security.title'),
    limits: { shortest: SHORTEST_PASSWORD[user.kind], longest: LONGEST_PASSWORD },
    email: user.email,
    hasTwoFactor: hasTwoFactor(user),
    sessions,
    hasOthers: sessions.length > 1,
    errors,
  })
}
