import { Exception } from '@adonisjs/core/exceptions'
import type { HttpContext } from '@adonisjs/core/http'
import { leadToAccount, signedInCustomer } from '#core/accounts'
import { urlFor } from '#core/platform'
import { throttle } from '#core/web'
import { OpenTicket } from '#plugins/helpdesk/actions/open_ticket'
import { openingOf } from '#plugins/helpdesk/controllers/opening'
import { OPEN_LIMIT } from '#plugins/helpdesk/limits'
import { intakePlace } from '#plugins/helpdesk/presenters/intake_place'
import { readOpening } from '#plugins/helpdesk/presenters/read_opening'
import { refusalText } from '#plugins/helpdesk/presenters/sent_files'
import { renderTicketForm } from '#plugins/helpdesk/presenters/ticket_form'
import { storeTicketValidator } from '#plugins/helpdesk/validators/ticket'

/** H3: the form at the end of the guided menu, and the ticket that it opens. */
export default class OpeningsController {
  async create(ctx: HttpContext) {
    signedInCustomer(ctx)
    const place = await intakePlace(ctx)
    if (place) return renderTicketForm(ctx, place, null)
    const address = urlFor('helpdesk.mine.menu.show', {}, { at: 'gone' })
    return ctx.response.redirect().status(303).toPath(address)
  }

  async store(ctx: HttpContext) {
    const user = signedInCustomer(ctx)
    await throttle(ctx, OPEN_LIMIT, { key: String(user.id) })
    const place = await intakePlace(ctx)
    if (!place) throw new Exception('The menu has no such need', { status: 404 })
    const { form_key: formKey } = await ctx.request.validateUsing(storeTicketValidator)
    const read = await readOpening(ctx, place.need)
    if (Object.keys(read.errors).length > 0) return renderTicketForm(ctx, place, read)
    const opened = await new OpenTicket().handle(openingOf(ctx, { place, read, formKey }))
    if (opened.ok) return this.#opened(ctx, opened.publicId)
    const errors = { files: refusalText(ctx, opened) }
    return renderTicketForm(ctx, place, { ...read, files: [], errors })
  }

  #opened(ctx: HttpContext, id: string) {
    const text = ctx.i18n.t('helpdesk.portal.notices.opened')
    leadToAccount(ctx, urlFor('helpdesk.mine.show', { id }), { tone: 'success', text })
  }
}
