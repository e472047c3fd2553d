import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { captcha, throttleAll } from '#core/web'
import { requestReset } from '#app/accounts/actions/request_reset'
import { normalEmail } from '#app/accounts/domain/email_address'
import { RESET_BY_ADDRESS, RESET_BY_EMAIL } from '#app/accounts/limits'
import {
  presentReset,
  RESET_FORM,
  type ResetProblem,
} from '#app/accounts/presenters/password_reset'
import { storePasswordResetValidator } from '#app/accounts/validators/password_reset'

/** H8: forgotten password and first access; the answer never tells whether an account exists. */
export default class PasswordResetsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, null)
  }

  async store(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(storePasswordResetValidator)
    if (error) return this.#page(ctx, { email: true })
    const proof = await captcha.verify(ctx, RESET_FORM)
    if (!proof.ok) return this.#page(ctx, { captcha: proof.reason })
    const weight = proof.proof === 'slow_form' ? 3 : 1
    await throttleAll(ctx, [
      { limit: RESET_BY_ADDRESS, weight },
      { limit: RESET_BY_EMAIL, key: normalEmail(form.email) },
    ])
    await requestReset(form.email)
    return ctx.response.redirect().status(303).toPath(urlFor('accounts.password_resets.sent'))
  }

  async sent({ view, i18n }: HttpContext) {
    return view.render('accounts/pages/reset_sent', { title: i18n.t('accounts.sent.title') })
  }

  async #page(ctx: HttpContext, problem: ResetProblem | null) {
    if (problem) ctx.response.status(422)
    return ctx.view.render('accounts/pages/password_reset', presentReset(ctx, problem))
  }
}
