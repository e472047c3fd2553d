import type { HttpContext } from '@adonisjs/core/http'
import { ticketPdf } from '#core/documents'
import { managedAppointment } from '#plugins/booking/presenters/manage_visit'
import { presentTicketFile } from '#plugins/booking/presenters/ticket_file'

/** B10: the ticket to keep or print, behind the same link as its page. */
export default class TicketFilesController {
  async show(ctx: HttpContext) {
    const managed = await managedAppointment(ctx)
    if (!managed) return
    const { ticket, made, name } = presentTicketFile(ctx, managed)
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('content-disposition', `attachment; filename="${name}.pdf"`)
    return ctx.response.send(await ticketPdf(ticket, made))
  }
}
