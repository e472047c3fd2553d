import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { LeaveQueue } from '#plugins/queue-caller/actions/leave_queue'
import { done, leadBack, refused, ticketIn } from '#plugins/queue-caller/controllers/at_counter'
import { presentDeparture } from '#plugins/queue-caller/presenters/ticket_questions'

/** Somebody has left; it cannot be taken back, so it is asked first. */
export default class DeskDeparturesController {
  async create(ctx: HttpContext) {
    const page = presentDeparture(await ticketIn(ctx), await viewerOf(ctx))
    return renderPanel(ctx, 'queue_caller::admin/departure', page)
  }

  async store(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const { code } = ticket
    // The second of a double click finds that it has been done.
    if (ticket.state === 'left') return leadBack(ctx, done('left', code))
    const left = await new LeaveQueue().handle(ticket, { by: ctx.actor })
    leadBack(ctx, left.ok ? done('left', code) : refused(left.reason, code))
  }
}
