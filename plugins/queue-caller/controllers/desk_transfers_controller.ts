import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel, viewerOf } from '#core/admin'
import { randomId } from '#core/platform'
import { TransferTicket } from '#plugins/queue-caller/actions/transfer_ticket'
import {
  answerOnce,
  done,
  leadBack,
  refused,
  ticketIn,
} from '#plugins/queue-caller/controllers/at_counter'
import { presentTransfer } from '#plugins/queue-caller/presenters/ticket_questions'
import { countersOf, linesOf } from '#plugins/queue-caller/queries/lines'
import { storeDeskTransferValidator } from '#plugins/queue-caller/validators/desk'

/** Q6: on to another line or counter. */
export default class DeskTransfersController {
  async create(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const { locationId } = ticket
    const to = { lines: await linesOf(locationId), counters: await countersOf(locationId) }
    const page = presentTransfer(ticket, to, await viewerOf(ctx))
    return renderPanel(ctx, 'queue_caller::admin/transfer', { ...page, formKey: randomId() })
  }

  async store(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const form = await ctx.request.validateUsing(storeDeskTransferValidator)
    const line = (await linesOf(ticket.locationId)).find(({ id }) => id === form.to_line)
    const counters = await countersOf(ticket.locationId)
    const counter = counters.find(({ id }) => id === form.to_counter)
    const { code, id } = ticket
    // Switched off since the page was shown, or of another place.
    if (!line || (form.to_counter && !counter)) return leadBack(ctx, refused('changed', code))
    await answerOnce(ctx, `transfer:${id}`, async () => {
      const wish = { line, counterId: counter?.id ?? null, place: form.place, by: ctx.actor }
      const moved = await new TransferTicket().handle(ticket, wish)
      return moved.ok ? done('transferred', code) : refused(moved.reason, code)
    })
  }
}
