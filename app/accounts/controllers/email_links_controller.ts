import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { leadToAccount, renderAccount } from '#app/accounts/account_pages'
import { changeEmail } from '#app/accounts/actions/change_email'
import { beginSession } from '#app/accounts/middleware/begin_session'
import { emailChangeOfLink } from '#app/accounts/queries/email_change_of_link'

/**
 * The page behind the link to the new address; opening it changes nothing. It wants its person
 * signed in: a mistyped address would else hand the account to a stranger's mailbox.
 */
export default class EmailLinksController {
  async edit(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    const change = await emailChangeOfLink(ctx.params.token, user.id)
    if (!change) return this.#refuse(ctx, 'link_invalid')
    return renderAccount(ctx, 'accounts/pages/email_link', {
      title: ctx.i18n.t('accounts.email_change.confirm.title'),
      token: String(ctx.params.token),
      from: user.email,
      to: change.email,
    })
  }

  async update(ctx: HttpContext) {
    const done = await changeEmail(ctx.auth.use('web').getUserOrFail().id, ctx.params.token)
    if (!done.ok) return this.#refuse(ctx, done.reason)
    await beginSession(ctx, done.user)
    const text = ctx.i18n.t('accounts.email_change.changed', { email: done.user.email })
    return leadToAccount(ctx, urlFor('accounts.profile.edit'), { tone: 'success', text })
  }

  /** A link of somebody else reads like one that never was. */
  async #refuse(ctx: HttpContext, reason: 'link_invalid' | 'taken') {
    ctx.response.status(reason === 'taken' ? 409 : 404)
    return renderAccount(ctx, 'accounts/pages/email_link_invalid', {
      title: ctx.i18n.t(`accounts.email_change.${reason}.title`),
      text: ctx.i18n.t(`accounts.email_change.${reason}.text`),
    })
  }
}
