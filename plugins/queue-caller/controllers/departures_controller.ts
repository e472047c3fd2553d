import type { HttpContext } from '@adonisjs/core/http'
import { PUBLIC, urlFor } from '#core/platform'
import { LeaveQueue } from '#plugins/queue-caller/actions/leave_queue'
import {
  mayLeave,
  phoneVisit,
  type PhoneVisit,
} from '#plugins/queue-caller/presenters/phone_ticket'
import { presentTicket } from '#plugins/queue-caller/presenters/ticket'

/** Giving one's place up from the phone: a page that says what it means, and a button. */
export default class DeparturesController {
  async create(ctx: HttpContext) {
    const visit = await phoneVisit(ctx)
    if (!visit) return
    const { ticket } = visit.place
    if (!mayLeave(ticket)) return this.#toTicket(ctx, visit)
    const query = { lang: visit.asked.lang }
    const { publicId: token } = ticket
    return ctx.view.render('queue_caller::pages/leave', {
      title: ctx.i18n.t('queue-caller.ticket.leave.title'),
      ticket: presentTicket(ctx, visit.place),
      isAppointment: ticket.reservationId !== null,
      action: urlFor('queue-caller.departures.store', { token }, query),
      back: { href: urlFor('queue-caller.phone_tickets.show', { token }, query) },
    })
  }

  async store(ctx: HttpContext) {
    const visit = await phoneVisit(ctx)
    if (!visit) return
    // Who was called in the meantime keeps the ticket, and the page says so.
    await new LeaveQueue().handle(visit.place.ticket, { by: PUBLIC })
    return this.#toTicket(ctx, visit)
  }

  #toTicket({ response }: HttpContext, { place, asked }: PhoneVisit) {
    const { publicId: token } = place.ticket
    const to = urlFor('queue-caller.phone_tickets.show', { token }, { lang: asked.lang })
    return response.redirect().status(303).toPath(to)
  }
}
