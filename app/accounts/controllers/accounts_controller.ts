import type { HttpContext } from '@adonisjs/core/http'
import { renderAccount } from '#app/accounts/account_pages'
import { accountSections } from '#app/accounts/presenters/account_sections'

/** S12: "My account", where everything of a person begins. */
export default class AccountsController {
  async show(ctx: HttpContext) {
    const user = ctx.auth.use('web').getUserOrFail()
    return renderAccount(ctx, 'accounts/pages/account', {
      title: ctx.i18n.t('accounts.account.title'),
      name: user.name,
      email: user.email,
      entries: await accountSections(user, ctx.i18n),
    })
  }
}
