import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { presentTypeChoice } from '#plugins/patient-visits/presenters/type_choice'
import { visitOffers } from '#plugins/patient-visits/queries/visit_offers'

/** V1: what kind of visit, and in which unit. */
export default class VisitTypesController {
  async index(ctx: HttpContext) {
    signedInCustomer(ctx)
    const choice = presentTypeChoice(ctx, await visitOffers('public'))
    if (!choice.chosen) return ctx.view.render('patient_visits::pages/types', choice)
    const address = urlFor('patient-visits.times.index', {}, choice.chosen)
    return ctx.response.redirect().status(302).toPath(address)
  }
}
