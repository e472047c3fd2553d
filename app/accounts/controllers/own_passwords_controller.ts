import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { firstOfEach } from '#core/web'
import { leadToAccount } from '#app/accounts/account_pages'
import { changePassword } from '#app/accounts/actions/change_password'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { renderSecurity } from '#app/accounts/presenters/security'
import { updateOwnPasswordValidator } from '#app/accounts/validators/own_password'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '#app/accounts/domain/passwords'

/** H11: changing one's own password; this browser stays signed in, every other is signed out. */
export default class OwnPasswordsController {
  async update(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const [error, form] = await ctx.request.tryValidateUsing(updateOwnPasswordValidator)
    if (error) return renderSecurity(ctx, firstOfEach(error.messages))
    const { password: next, current_password: current } = form
    if (next !== form.password_confirmation) return this.#refuse(ctx, 'different')
    const changed = await changePassword(user, { current, next })
    if (!changed.ok) return this.#refuse(ctx, changed.reason)
    await beginSession(ctx, user)
    const text = ctx.i18n.t('accounts.security.changed')
    return leadToAccount(ctx, urlFor('accounts.security.show'), { tone: 'success', text })
  }

  #refuse(ctx: HttpContext, problem: string) {
    const { kind } = ctx.auth.use('web').getUserOrFail()
    const limits = { shortest: SHORTEST_PASSWORD[kind], longest: LONGEST_PASSWORD }
    if (problem === 'wrong' || problem === 'wait') {
      return renderSecurity(ctx, {
        current_password: ctx.i18n.t(`accounts.security.errors.${problem}`),
      })
    }
    const field = problem === 'different' ? 'password_confirmation' : 'password'
    const text = ctx.i18n.t(`accounts.new_password.errors.${problem}`, limits)
    return renderSecurity(ctx, { [field]: text })
  }
}
