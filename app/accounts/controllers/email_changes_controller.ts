import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { firstOfEach, throttleAll } from '#core/web'
import { leadToAccount } from '#app/accounts/account_pages'
import { proveIdentity, type Unproven } from '#app/accounts/actions/prove_identity'
import { requestEmailChange } from '#app/accounts/actions/request_email_change'
import { normalEmail } from '#app/accounts/domain/email_address'
import { EMAIL_CHANGE_BY_EMAIL, EMAIL_CHANGE_BY_USER } from '#app/accounts/limits'
import { renderEmailChange } from '#app/accounts/presenters/email_change'
import { codeSentence } from '#app/accounts/presenters/sign_in_code'
import { storeEmailChangeValidator } from '#app/accounts/validators/email_change'

/** A person wants another address; the answer never tells whether it has an account. */
export default class EmailChangesController {
  async create(ctx: HttpContext) {
    return renderEmailChange(ctx, {})
  }

  async store(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const [error, form] = await ctx.request.tryValidateUsing(storeEmailChangeValidator)
    if (error) return renderEmailChange(ctx, firstOfEach(error.messages))
    const email = normalEmail(form.email)
    if (email === user.email) return this.#refuse(ctx, 'same')
    const proof = await proveIdentity(user, { password: form.current_password, code: form.code })
    if (!proof.ok) return this.#refuse(ctx, proof)
    await throttleAll(ctx, [
      { limit: EMAIL_CHANGE_BY_USER, key: `user:${user.id}` },
      { limit: EMAIL_CHANGE_BY_EMAIL, key: email },
    ])
    await requestEmailChange({ userId: user.id, email })
    const text = ctx.i18n.t('accounts.email_change.sent', { email })
    return leadToAccount(ctx, urlFor('accounts.profile.edit'), { tone: 'success', text })
  }

  #refuse(ctx: HttpContext, refusal: Unproven | 'same') {
    const { i18n } = ctx
    if (refusal === 'same') {
      return renderEmailChange(ctx, { email: i18n.t('accounts.email_change.errors.same') })
    }
    const text =
      refusal.field === 'code'
        ? codeSentence(i18n, refusal)
        : i18n.t(`accounts.security.errors.${refusal.reason}`)
    return renderEmailChange(ctx, { [refusal.field]: text })
  }
}
