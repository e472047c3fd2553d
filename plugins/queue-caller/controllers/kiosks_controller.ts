import type { HttpContext } from '@adonisjs/core/http'
import { presentKiosk } from '#plugins/queue-caller/presenters/kiosk'
import { kioskVisit } from '#plugins/queue-caller/presenters/kiosk_visit'
import { kioskOffer } from '#plugins/queue-caller/queries/kiosk_lines'

/** Q1: the start page of a kiosk. */
export default class KiosksController {
  async show(ctx: HttpContext) {
    const visit = await kioskVisit(ctx)
    const offer = await kioskOffer(visit.kiosk, visit.location)
    return ctx.view.render('queue_caller::pages/kiosk', presentKiosk(ctx, visit, offer))
  }
}
