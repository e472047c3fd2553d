import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { NoteTicket } from '#plugins/queue-caller/actions/note_ticket'
import { done, leadBack, ticketIn } from '#plugins/queue-caller/controllers/at_counter'
import { presentNote } from '#plugins/queue-caller/presenters/ticket_questions'
import { updateDeskNoteValidator } from '#plugins/queue-caller/validators/desk'

/** What staff write down of somebody who waits; it is gone with the day. */
export default class DeskNotesController {
  async edit(ctx: HttpContext) {
    const page = presentNote(await ticketIn(ctx), await viewerOf(ctx))
    return renderPanel(ctx, 'queue_caller::admin/note', page)
  }

  async update(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const { note } = await ctx.request.validateUsing(updateDeskNoteValidator)
    await new NoteTicket().handle(ticket, note || null)
    leadBack(ctx, done('noted', ticket.code))
  }
}
