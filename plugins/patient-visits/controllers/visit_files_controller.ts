import type { HttpContext } from '@adonisjs/core/http'
import { ticketPdf } from '#core/documents'
import { visitOf } from '#plugins/patient-visits/presenters/own_visit'
import { presentVisitFile } from '#plugins/patient-visits/presenters/visit_file'

/** V2: the visit to print and bring; on paper it says no more than a mail does. */
export default class VisitFilesController {
  async show(ctx: HttpContext) {
    const { ticket, made, name } = presentVisitFile(ctx, await visitOf(ctx))
    ctx.response.header('content-type', 'application/pdf')
    ctx.response.header('content-disposition', `attachment; filename="${name}.pdf"`)
    return ctx.response.send(await ticketPdf(ticket, made))
  }
}
