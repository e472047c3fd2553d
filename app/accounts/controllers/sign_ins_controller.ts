import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { captcha, throttleAll } from '#core/web'
import { checkCredentials } from '#app/accounts/actions/check_credentials'
import { isSafePath } from '#app/accounts/domain/safe_path'
import { SIGN_IN_LIMITS } from '#app/accounts/limits'
import { signedInUser } from '#app/accounts/middleware/guards'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { beginStep } from '#app/accounts/middleware/sign_in_step'
import { CAPTCHA_FORM, presentSignIn, type SignInProblem } from '#app/accounts/presenters/sign_in'
import type { User } from '#app/accounts/models/user'
import { landingPath } from '#app/accounts/queries/landing_path'
import { hasTwoFactor } from '#app/accounts/queries/two_factor'
import { storeSignInValidator } from '#app/accounts/validators/sign_in'

/** H7: signing in with the e-mail address. */
export default class SignInsController {
  async create(ctx: HttpContext) {
    const user = await signedInUser(ctx)
    return user ? this.#goOn(ctx, user) : this.#page(ctx, null)
  }

  async store(ctx: HttpContext) {
    await throttleAll(
      ctx,
      SIGN_IN_LIMITS.map((limit) => ({ limit }))
    )
    const [error, form] = await ctx.request.tryValidateUsing(storeSignInValidator)
    if (error) return this.#page(ctx, { kind: 'invalid', fields: fieldsOf(error.messages) })
    const check = await checkCredentials({ ...form, skipPause: await hasProof(ctx) })
    if (!check.ok) return this.#page(ctx, { kind: check.reason, seconds: check.seconds })
    if (hasTwoFactor(check.user)) return this.#askForCode(ctx, check.user)
    await beginSession(ctx, check.user)
    return this.#goOn(ctx, check.user)
  }

  async #askForCode(ctx: HttpContext, user: User) {
    await beginStep(ctx, user)
    const next: unknown = ctx.request.input('next')
    const query = { next: isSafePath(next) ? next : null }
    const to = urlFor('accounts.sign_in_codes.create', {}, query)
    return ctx.response.redirect().status(303).toPath(to)
  }

  #goOn({ request, response }: HttpContext, user: User) {
    const next: unknown = request.input('next')
    return response
      .redirect()
      .status(303)
      .toPath(isSafePath(next) ? next : landingPath(user))
  }

  async #page(ctx: HttpContext, problem: SignInProblem | null) {
    if (problem) ctx.response.status(problem.kind === 'wait' ? 429 : 422)
    return ctx.view.render('accounts/pages/sign_in', presentSignIn(ctx, problem))
  }
}

const fieldsOf = (messages: { field: string }[]) => messages.map(({ field }) => field)

/** A form that merely waited ten seconds is no proof here: it would cost a guesser nothing. */
async function hasProof(ctx: HttpContext): Promise<boolean> {
  const result = await captcha.verify(ctx, CAPTCHA_FORM)
  return result.ok && result.proof === 'captcha'
}
