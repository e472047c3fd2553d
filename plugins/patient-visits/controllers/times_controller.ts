import type { HttpContext } from '@adonisjs/core/http'
import { signedInCustomer } from '#core/accounts'
import { renderTimes } from '#plugins/patient-visits/presenters/times_page'
import { wantedVisit } from '#plugins/patient-visits/presenters/wanted_visit'

/** V1: the free dates of a visit, with one doctor or with whoever is free. */
export default class TimesController {
  async index(ctx: HttpContext) {
    signedInCustomer(ctx)
    return renderTimes(ctx, await wantedVisit(ctx))
  }
}
