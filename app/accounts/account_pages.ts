import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import { urlFor } from '#core/platform'
import type { User } from '#app/accounts/models/user'
import { accountSections } from '#app/accounts/presenters/account_sections'

const NOTICE = 'accounts.notice'

type Notice = { tone: 'success' | 'warning'; text: string }
type Data = Record<string, unknown> & { title: string }

/**
 * Renders a page of "My account". The view begins with `@ui.layoutAccount(account)` and ends
 * with `@end`; the title is the heading and the name of the window.
 *
 *     return renderAccount(ctx, 'booking::pages/my_appointments', { title, appointments })
 */
export async function renderAccount(ctx: HttpContext, view: string, data: Data): Promise<string> {
  const kept = ctx.session.flashMessages.get(NOTICE) as Notice | undefined
  if (kept) ctx.notices.push(kept)
  const user = ctx.auth.use('web').getUserOrFail()
  const path = ctx.request.url()
  const sections = (await accountSections(user, ctx.i18n)).map((section) => ({
    ...section,
    current: path === section.href || path.startsWith(`${section.href}/`),
  }))
  const overview = {
    label: ctx.i18n.t('accounts.account.overview'),
    href: urlFor('accounts.account.show'),
    icon: 'layout-dashboard',
    current: path === urlFor('accounts.account.show'),
  }
  const account = { title: data.title, sections: [overview, ...sections] }
  return ctx.view.render(view, { ...data, account })
}

/** The signed-in customer of a page that is nothing for staff, who have the panel. */
export function signedInCustomer({ auth }: HttpContext): User {
  const user = auth.use('web').getUserOrFail()
  if (user.isStaff) throw new Exception('This page is for customers', { status: 404 })
  return user
}

/** Goes on to an account page that then says what happened; also without JavaScript. */
export function leadToAccount(ctx: HttpContext, to: string, notice: Notice): void {
  ctx.session.flash({ [NOTICE]: notice })
  ctx.response.redirect().status(303).toPath(to)
}
