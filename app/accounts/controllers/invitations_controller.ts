import type { HttpContext } from '@adonisjs/core/http'
import { throttle, firstOfEach, type FieldErrors } from '#core/web'
import { acceptInvitation } from '#app/accounts/actions/accept_invitation'
import { NEW_PASSWORD_LIMIT } from '#app/accounts/limits'
import { beginSession } from '#app/accounts/middleware/begin_session'
import type { User } from '#app/accounts/models/user'
import { presentInvitation, sentenceForPassword } from '#app/accounts/presenters/invitation'
import { landingPath } from '#app/accounts/queries/landing_path'
import { userOfLink } from '#app/accounts/queries/user_of_link'
import { updateInvitationValidator } from '#app/accounts/validators/invitation'

/** The page behind a mailed invitation. Opening it changes nothing, so mail scanners may. */
export default class InvitationsController {
  async edit(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const user = await userOfLink(ctx.params.token, 'invitation')
    return user ? this.#form(ctx, user, {}) : this.#invalidLink(ctx)
  }

  async update(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const user = await userOfLink(ctx.params.token, 'invitation')
    if (!user) return this.#invalidLink(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(updateInvitationValidator)
    if (error) return this.#form(ctx, user, firstOfEach(error.messages))
    const { first_name: firstName, last_name: lastName, password } = form
    if (password !== form.password_confirmation)
      return this.#form(ctx, user, sentenceForPassword(ctx, 'different'))
    const done = await acceptInvitation(ctx.params.token, { firstName, lastName, password })
    if (!done.ok)
      return done.reason === 'link_invalid'
        ? this.#invalidLink(ctx)
        : this.#form(ctx, user, sentenceForPassword(ctx, done.reason))
    await beginSession(ctx, done.user)
    return ctx.response.redirect().status(303).toPath(landingPath(done.user))
  }

  async #form(ctx: HttpContext, user: User, errors: FieldErrors) {
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    return ctx.view.render('accounts/pages/invitation', presentInvitation(ctx, user, errors))
  }

  async #invalidLink({ view, i18n, response }: HttpContext) {
    response.status(410)
    const title = i18n.t('accounts.link.title')
    return view.render('accounts/pages/invitation_invalid', { title })
  }
}
