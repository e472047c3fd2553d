import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { firstOfEach, throttleAll } from '#core/web'
import { switchOffTwoFactor } from '#app/accounts/actions/end_two_factor'
import { beginTwoFactor, confirmTwoFactor } from '#app/accounts/actions/set_up_two_factor'
import { TWO_FACTOR_LIMIT } from '#app/accounts/limits'
import {
  leadToTwoFactor,
  renderRecoveryCodes,
  renderTwoFactor,
} from '#app/accounts/presenters/two_factor'
import { codeSentence } from '#app/accounts/presenters/sign_in_code'
import { codeValidator, switchOffTwoFactorValidator } from '#app/accounts/validators/two_factor'

/** The second step of one's own sign-in: set up, look at, switch off. */
export default class TwoFactorsController {
  async show(ctx: HttpContext) {
    return renderTwoFactor(ctx, {})
  }

  /** Draws a secret; it counts for nothing before its first code. */
  async store(ctx: HttpContext) {
    await beginTwoFactor(ctx.auth.use('web').getUserOrFail())
    return ctx.response.redirect().status(303).toPath(urlFor('accounts.two_factor.show'))
  }

  async update(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    await throttleAll(ctx, [{ limit: TWO_FACTOR_LIMIT, key: `user:${user.id}` }])
    const [error, form] = await ctx.request.tryValidateUsing(codeValidator)
    const said = (reason: 'missing' | 'wrong') => ({
      code: codeSentence(ctx.i18n, { reason, seconds: 0 }),
    })
    if (error) return renderTwoFactor(ctx, said('missing'))
    const done = await confirmTwoFactor(user, form.code)
    if (done.ok) {
      await user.refresh()
      return renderRecoveryCodes(ctx, done.codes)
    }
    if (done.reason === 'wrong') return renderTwoFactor(ctx, said('wrong'))
    return ctx.response.redirect().status(303).toPath(urlFor('accounts.two_factor.show'))
  }

  async destroy(ctx: HttpContext) {
    const [error, form] = await ctx.request.tryValidateUsing(switchOffTwoFactorValidator)
    if (error) return renderTwoFactor(ctx, firstOfEach(error.messages))
    const { current_password: password, code } = form
    const done = await switchOffTwoFactor(ctx.auth.use('web').getUserOrFail(), { password, code })
    if (!done.ok) {
      const text =
        done.field === 'code'
          ? codeSentence(ctx.i18n, done)
          : ctx.i18n.t(`accounts.security.errors.${done.reason}`)
      return renderTwoFactor(ctx, { [done.field]: text })
    }
    return leadToTwoFactor(ctx, ctx.i18n.t('accounts.two_factor.switched_off'))
  }
}
