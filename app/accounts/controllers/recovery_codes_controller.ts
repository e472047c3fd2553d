import type { HttpContext } from '@adonisjs/core/http'
import { firstOfEach } from '#core/web'
import { renewRecoveryCodes } from '#app/accounts/actions/end_two_factor'
import { renderRecoveryCodes, renderTwoFactor } from '#app/accounts/presenters/two_factor'
import { renewRecoveryCodesValidator } from '#app/accounts/validators/two_factor'

/** New recovery codes, shown once. */
export default class RecoveryCodesController {
  async store(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const named = ({ current_password }: Record<string, string>) => ({ renewal: current_password })
    const [error, form] = await ctx.request.tryValidateUsing(renewRecoveryCodesValidator)
    if (error) return renderTwoFactor(ctx, named(firstOfEach(error.messages)))
    const done = await renewRecoveryCodes(user, form.current_password)
    if (done.ok) return renderRecoveryCodes(ctx, done.codes)
    const text = ctx.i18n.t(`accounts.security.errors.${done.reason}`)
    return renderTwoFactor(ctx, { renewal: text })
  }
}
