import type { HttpContext } from '@adonisjs/core/http'
import { phoneVisit, presentPhoneTicket } from '#plugins/queue-caller/presenters/phone_ticket'

/** Q2: the ticket on the person's own phone; opening it changes nothing. */
export default class PhoneTicketsController {
  async show(ctx: HttpContext) {
    const visit = await phoneVisit(ctx)
    if (!visit) return
    return ctx.view.render('queue_caller::pages/phone_ticket', presentPhoneTicket(ctx, visit))
  }
}
