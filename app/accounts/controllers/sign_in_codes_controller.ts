import type { HttpContext } from '@adonisjs/core/http'
import { throttleAll } from '#core/web'
import { checkSecondFactor } from '#app/accounts/actions/check_second_factor'
import { SIGN_IN_LIMITS } from '#app/accounts/limits'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { endStep, userOfStep } from '#app/accounts/middleware/sign_in_step'
import { presentSignInCode, type CodeProblem } from '#app/accounts/presenters/sign_in_code'
import { landingPath } from '#app/accounts/queries/landing_path'
import { codeValidator } from '#app/accounts/validators/two_factor'
import { isSafePath } from '#app/accounts/domain/safe_path'

/** The second step of signing in: a code of the phone, or one of the recovery codes. */
export default class SignInCodesController {
  async create(ctx: HttpContext) {
    return (await userOfStep(ctx)) ? this.#page(ctx, null) : this.#startAnew(ctx)
  }

  async store(ctx: HttpContext) {
    await throttleAll(
      ctx,
      SIGN_IN_LIMITS.map((limit) => ({ limit }))
    )
    const user = await userOfStep(ctx)
    if (!user) return this.#startAnew(ctx)
    const [error, form] = await ctx.request.tryValidateUsing(codeValidator)
    if (error) return this.#page(ctx, { reason: 'missing', seconds: 0 })
    const checked = await checkSecondFactor(user, form.code)
    if (!checked.ok) return this.#page(ctx, checked)
    if (!(await endStep(ctx))) return this.#startAnew(ctx)
    await beginSession(ctx, user)
    const next: unknown = ctx.request.input('next')
    const to = isSafePath(next) ? next : landingPath(user)
    return ctx.response.redirect().status(303).toPath(to)
  }

  /** The step has ended, or there was none. */
  #startAnew({ request, response, view, i18n }: HttpContext) {
    const next: unknown = request.input('next')
    response.status(410)
    return view.render('accounts/pages/sign_in_code_over', {
      title: i18n.t('accounts.two_factor.code.title'),
      next: isSafePath(next) ? next : null,
    })
  }

  async #page(ctx: HttpContext, problem: CodeProblem | null) {
    ctx.response.header('cache-control', 'no-store')
    if (problem) ctx.response.status(problem.reason === 'wait' ? 429 : 422)
    return ctx.view.render('accounts/pages/sign_in_code', presentSignInCode(ctx, problem))
  }
}
