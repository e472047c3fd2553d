import type { HttpContext } from '@adonisjs/core/http'
import { firstOfEach, type FieldErrors } from '#core/web'
import { proveIdentity } from '#app/accounts/actions/prove_identity'
import { isSafePath } from '#app/accounts/domain/safe_path'
import { noteConfirmed } from '#app/accounts/middleware/fresh'
import { codeSentence } from '#app/accounts/presenters/sign_in_code'
import { landingPath } from '#app/accounts/queries/landing_path'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'
import { storeConfirmationValidator } from '#app/accounts/validators/two_factor'

/** Asks a signed-in person again who they are, before a page where much can go wrong. */
export default class ConfirmationsController {
  async create(ctx: HttpContext) {
    return this.#page(ctx, {})
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const [error, form] = await ctx.request.tryValidateUsing(storeConfirmationValidator)
    if (error) return this.#page(ctx, firstOfEach(error.messages))
    const proof = await proveIdentity(user, { password: form.current_password, code: form.code })
    if (!proof.ok) {
      const text =
        proof.field === 'code'
          ? codeSentence(ctx.i18n, proof)
          : ctx.i18n.t(`accounts.security.errors.${proof.reason}`)
      return this.#page(ctx, { [proof.field]: text })
    }
    noteConfirmed(ctx)
    const to = isSafePath(form.next) ? form.next : landingPath(user)
    return ctx.response.redirect().status(303).toPath(to)
  }

  async #page(ctx: HttpContext, errors: FieldErrors) {
    const user = ctx.auth.use('web').getUserOrFail()
    const next: unknown = ctx.request.input('next')
    if (Object.keys(errors).length > 0) ctx.response.status(422)
    return ctx.view.render('accounts/pages/confirmation', {
      title: ctx.i18n.t('accounts.confirmation.title'),
      email: user.email,
      asksCode: hasTwoFactor(user),
      next: isSafePath(next) ? next : null,
      list: isSafePath(next) ? listOf(next) : null,
      errors,
    })
  }
}

/** A file is downloaded while this page stays: the way back to the list that it was made of. */
function listOf(next: string): string | null {
  const [path, query] = next.split('?')
  return path.endsWith('/export') ? [path.slice(0, -'/export'.length), query].join('?') : null
}
