import type { HttpContext } from '@adonisjs/core/http'
import { redirectWith } from '#core/admin'
import type { Customer } from '#core/customers'
import { urlFor } from '#core/platform'
import { OpenTicket } from '#plugins/helpdesk/actions/open_ticket'
import { deskOpeningOf } from '#plugins/helpdesk/controllers/opening'
import { renderDeskTicket } from '#plugins/helpdesk/presenters/desk_ticket'
import { deskTicketOf, readDeskTicket } from '#plugins/helpdesk/presenters/read_desk_ticket'
import { refusalText } from '#plugins/helpdesk/presenters/sent_files'

/** H2, H3 on the telephone: staff open a ticket in the customer's name. */
export default class DeskTicketsController {
  /** `?customer=12`: for whom, e.g. from their card; `&need=key`: with what that need asks. */
  async create(ctx: HttpContext) {
    return renderDeskTicket(ctx, await deskTicketOf(ctx, ctx.request.qs()))
  }

  async store(ctx: HttpContext) {
    const sent = await readDeskTicket(ctx)
    const { customer, errors, read } = sent
    if (!customer || sent.isAsking) return renderDeskTicket(ctx, sent)
    if (Object.keys(errors).length > 0) return renderDeskTicket(ctx, sent, errors)
    const opened = await new OpenTicket().handle(deskOpeningOf(ctx, sent))
    if (opened.ok) return this.#opened(ctx, opened, customer)
    const withoutFiles = { ...sent, read: { ...read, files: [] } }
    return renderDeskTicket(ctx, withoutFiles, { files: refusalText(ctx, opened) })
  }

  /** Without an address nobody is told by mail, so staff must do it. */
  #opened(ctx: HttpContext, { id, number }: { id: number; number: string }, { email }: Customer) {
    const said = email ? 'opened' : 'opened_without_mail'
    const text = ctx.i18n.t(`helpdesk.desk.open.${said}`, { number })
    redirectWith(ctx, urlFor('helpdesk.tickets.show', { id }), { tone: 'success', text })
  }
}
