import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { register } from '#app/accounts/actions/register'
import { NEW_PASSWORD_LIMIT } from '#app/accounts/limits'
import { wayBack } from '#app/accounts/domain/safe_path'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { presentNewPassword, type NewPasswordProblem } from '#app/accounts/presenters/new_password'
import {
  registrationOfLink,
  type OpenRegistration,
} from '#app/accounts/queries/registration_of_link'
import { updateRegistrationLinkValidator } from '#app/accounts/validators/registration'

/** The page behind the link that proves the mailbox; opening it changes nothing. */
export default class RegistrationLinksController {
  async edit(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const registration = await registrationOfLink(ctx.params.token)
    return registration ? this.#form(ctx, registration, null) : this.#invalidLink(ctx)
  }

  async update(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const registration = await registrationOfLink(ctx.params.token)
    if (!registration) return this.#invalidLink(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(updateRegistrationLinkValidator)
    if (error) return this.#form(ctx, registration, 'missing')
    if (form.password !== form.password_confirmation)
      return this.#form(ctx, registration, 'different')
    const done = await register(ctx.params.token, form.password)
    if (!done.ok)
      return done.reason === 'link_invalid'
        ? this.#invalidLink(ctx)
        : this.#form(ctx, registration, done.reason)
    await beginSession(ctx, done.user)
    const to = wayBack(ctx.request.input('next')) ?? urlFor('accounts.account.show')
    return ctx.response.redirect().status(303).toPath(to)
  }

  async #form(ctx: HttpContext, { email }: OpenRegistration, problem: NewPasswordProblem | null) {
    if (problem) ctx.response.status(422)
    return ctx.view.render('accounts/pages/register_password', {
      ...presentNewPassword(ctx, { email, kind: 'customer' }, problem),
      title: ctx.i18n.t('accounts.register.password.title'),
      next: wayBack(ctx.request.input('next')),
    })
  }

  async #invalidLink({ view, i18n, response }: HttpContext) {
    response.status(410)
    const title = i18n.t('accounts.link.title')
    return view.render('accounts/pages/register_link_invalid', { title })
  }
}
