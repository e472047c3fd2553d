import type { HttpContext } from '@adonisjs/core/http'
import { currentOrganisation, presentOwnText } from '#core/organisation'
import { contributions } from '#core/platform'
import { keepPage } from '#core/web'
import { presentCookies } from '#app/consent/presenters/cookies'

/** V5: which cookies this installation sets, what for, and who answers for them. */
export default class CookiesController {
  async show(ctx: HttpContext) {
    const cookies = (await contributions('cookies')).flatMap(({ value }) => value)
    const organisation = await currentOrganisation()
    const { name, address, phone, email } = organisation
    keepPage(ctx)
    return ctx.view.render('consent/pages/cookies', {
      own: presentOwnText('cookieNotice', organisation, ctx.i18n),
      ...presentCookies(cookies, ctx.consent.question.purposes, ctx.i18n),
      controller: { name, address, phone, email },
    })
  }
}
