import type { HttpContext } from '@adonisjs/core/http'
import { homeEntries } from '#app/web/home'

/** What this front desk offers: one entry for each enabled plugin. */
export default class HomeController {
  async index({ view, i18n }: HttpContext) {
    const entries = await homeEntries(i18n)
    return view.render('web/pages/home', { entries })
  }
}
