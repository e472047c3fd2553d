import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { firstOfEach, type FieldErrors } from '#core/web'
import { renderAccount, signedInCustomer } from '#app/accounts/account_pages'
import { closeAccount } from '#app/accounts/actions/close_account'
import { provePassword } from '#app/accounts/actions/prove_password'
import type { User } from '#app/accounts/models/user'
import { openMattersOf } from '#app/accounts/presenters/account_sections'
import { storeDepartureValidator } from '#app/accounts/validators/departure'

/**
 * Leaving: the page says what goes and what stays, and asks for the password. Staff do not leave
 * here: whoever manages staff takes their access.
 */
export default class DeparturesController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, signedInCustomer(ctx), {})
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(storeDepartureValidator)
    if (error) return this.#page(ctx, user, firstOfEach(error.messages))
    const proof = await provePassword(user, form.current_password)
    if (!proof.ok) {
      const sentence = ctx.i18n.t(`accounts.security.errors.${proof.reason}`)
      return this.#page(ctx, user, { current_password: sentence })
    }
    await closeAccount(user)
    await ctx.auth.use('web').logout()
    return ctx.response.redirect().status(303).toPath(urlFor('accounts.departures.done'))
  }

  async done({ view, i18n }: HttpContext) {
    return view.render('accounts/pages/left', { title: i18n.t('accounts.leave.left') })
  }

  async #page(ctx: HttpContext, user: User, errors: FieldErrors) {
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    return renderAccount(ctx, 'accounts/pages/leave', {
      title: ctx.i18n.t('accounts.leave.title'),
      email: user.email,
      open: await openMattersOf(ctx, user),
      errors,
    })
  }
}
