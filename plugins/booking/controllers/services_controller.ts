import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { keepPage } from '#core/web'
import { presentOfferMenus } from '#plugins/booking/presenters/offer_menus'
import { offers } from '#plugins/booking/queries/offers'

/** B1, B2: where a booking begins; a link may fix the location, the service or both. */
export default class ServicesController {
  async index(ctx: HttpContext) {
    const menus = presentOfferMenus(ctx, await offers('public'))
    if (menus.chosen) {
      const address = urlFor('booking.calendars.show', menus.chosen, menus.carried)
      return ctx.response.redirect().status(302).toPath(address)
    }
    if (menus.unknown) ctx.response.status(404)
    else if (!menus.carried.draft) keepPage(ctx)
    return ctx.view.render('booking::pages/services', menus)
  }
}
