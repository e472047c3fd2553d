import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { homeEntries, throttle } from '#core/web'
import { setPasswordByLink } from '#app/accounts/actions/set_password_by_link'
import { NEW_PASSWORD_LIMIT } from '#app/accounts/limits'
import type { User } from '#app/accounts/models/user'
import { presentNewPassword, type NewPasswordProblem } from '#app/accounts/presenters/new_password'
import { userOfLink } from '#app/accounts/queries/user_of_link'
import { updateNewPasswordValidator } from '#app/accounts/validators/password_reset'

/** H8: the page behind the mailed link. Opening it changes nothing, so mail scanners may. */
export default class NewPasswordsController {
  async edit(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const user = await userOfLink(ctx.params.token)
    return user ? this.#form(ctx, user, null) : this.#invalidLink(ctx)
  }

  async update(ctx: HttpContext) {
    await throttle(ctx, NEW_PASSWORD_LIMIT)
    const user = await userOfLink(ctx.params.token)
    if (!user) return this.#invalidLink(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(updateNewPasswordValidator)
    if (error) return this.#form(ctx, user, 'missing')
    if (form.password !== form.password_confirmation) return this.#form(ctx, user, 'different')
    const set = await setPasswordByLink(ctx.params.token, form.password)
    if (set.ok)
      return ctx.response.redirect().status(303).toPath(urlFor('accounts.new_passwords.changed'))
    return set.reason === 'link_invalid'
      ? this.#invalidLink(ctx)
      : this.#form(ctx, user, set.reason)
  }

  async changed({ view, i18n }: HttpContext) {
    const account = {
      href: urlFor('accounts.account.show'),
      title: i18n.t('accounts.changed.account'),
    }
    const entries = await homeEntries(i18n)
    return view.render('accounts/pages/password_changed', {
      title: i18n.t('accounts.changed.title'),
      choices: [account, ...entries.flatMap(({ ways, ...entry }) => (ways.length ? ways : entry))],
    })
  }

  async #form(ctx: HttpContext, user: User, problem: NewPasswordProblem | null) {
    if (problem) ctx.response.status(422)
    return ctx.view.render('accounts/pages/new_password', presentNewPassword(ctx, user, problem))
  }

  async #invalidLink({ view, i18n, response }: HttpContext) {
    response.status(410)
    return view.render('accounts/pages/invalid_link', { title: i18n.t('accounts.link.title') })
  }
}
