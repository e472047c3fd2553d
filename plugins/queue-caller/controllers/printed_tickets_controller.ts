import type { HttpContext } from '@adonisjs/core/http'
import { noSuchRecord, renderPanel, viewerOf } from '#core/admin'
import { presentPhoneCode, presentTicket, readerOf } from '#plugins/queue-caller/presenters/ticket'
import { ticketOf, ticketPlace } from '#plugins/queue-caller/queries/ticket_place'

/** A ticket that staff print for somebody at the desk; opening the page changes nothing. */
export default class PrintedTicketsController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const ticket = await ticketOf(ctx.params.id, viewer.locationIds)
    if (!ticket) throw noSuchRecord(viewer)
    const reader = readerOf(ticket, ctx)
    return renderPanel(ctx, 'queue_caller::admin/print', {
      title: ctx.i18n.t('queue-caller.print.title', { number: ticket.code }),
      lang: reader.locale,
      ticket: {
        ...presentTicket(reader, await ticketPlace(ticket)),
        badge: null,
        numberLabel: reader.i18n.t('ui.ticket.number'),
        qr: presentPhoneCode(reader, ticket),
        note: reader.i18n.t('queue-caller.ticket.qr_note'),
      },
    })
  }
}
