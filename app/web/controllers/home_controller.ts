import type { HttpContext } from '@adonisjs/core/http'
import { homeEntries } from '#app/web/home'
import { keepPage } from '#app/web/page_cache'

/** What this front desk offers: one entry for each enabled plugin. */
export default class HomeController {
  async index(ctx: HttpContext) {
    const entries = await homeEntries(ctx.i18n)
    keepPage(ctx)
    return ctx.view.render('web/pages/home', { entries })
  }
}
