import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { captcha, firstOfEach, throttleAll, type FieldErrors } from '#core/web'
import { requestRegistration } from '#app/accounts/actions/request_registration'
import { wayBack } from '#app/accounts/domain/safe_path'
import { normalEmail } from '#app/accounts/domain/email_address'
import { REGISTER_BY_ADDRESS, REGISTER_BY_EMAIL } from '#app/accounts/limits'
import { presentRegistration, REGISTER_FORM } from '#app/accounts/presenters/registration'
import { storeRegistrationValidator } from '#app/accounts/validators/registration'

/** Registering: the answer never tells whether the address has an account. */
export default class RegistrationsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storeRegistrationValidator)
    if (error) return this.#page(ctx, firstOfEach(error.messages))
    const proof = await captcha.verify(ctx, REGISTER_FORM)
    if (!proof.ok) return this.#page(ctx, { captcha: ctx.i18n.t(`web.captcha.${proof.reason}`) })
    const { email, locale, first_name: firstName, last_name: lastName } = form
    await throttleAll(ctx, [
      { limit: REGISTER_BY_ADDRESS, weight: proof.proof === 'slow_form' ? 3 : 1 },
      { limit: REGISTER_BY_EMAIL, key: normalEmail(email) },
    ])
    const next = wayBack(ctx.request.input('next'))
    await requestRegistration({ email, locale, firstName, lastName, next })
    const to = urlFor('accounts.registrations.sent', {}, { next })
    return ctx.response.redirect().status(303).toPath(to)
  }

  async sent({ request, view, i18n }: HttpContext) {
    return view.render('accounts/pages/register_sent', {
      title: i18n.t('accounts.sent.title'),
      next: wayBack(request.input('next')),
    })
  }

  async #page(ctx: HttpContext, errors: FieldErrors) {
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    return ctx.view.render('accounts/pages/register', presentRegistration(ctx, errors))
  }
}
