import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'

/** V1: from here patients book a visit and reach the list of their visits. */
export default class StartsController {
  async show(ctx: HttpContext) {
    keepPage(ctx)
    return ctx.view.render('patient_visits::pages/start', {
      title: ctx.i18n.t('patient-visits.home.title'),
      bookHref: urlFor('patient-visits.types.index'),
      mineHref: urlFor('patient-visits.mine.index'),
    })
  }
}
