import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { openLink } from '#plugins/helpdesk/actions/open_link'
import { Ticket } from '#plugins/helpdesk/models/ticket'
import { openedByLink, renderInvalidLink } from '#plugins/helpdesk/presenters/mailed_link'
import { presentReading } from '#plugins/helpdesk/presenters/reading'

/** The link of a mail: a page with a button, since GET changes nothing; then the ticket, once. */
export default class LinksController {
  async show(ctx: HttpContext) {
    const link = await openedByLink(ctx)
    if (!link) return
    return ctx.view.render('helpdesk::pages/link', {
      title: ctx.i18n.t('helpdesk.portal.link.title', { number: link.number }),
      action: urlFor('helpdesk.links.store', { token: ctx.params.token }),
    })
  }

  async store(ctx: HttpContext) {
    const link = await openedByLink(ctx)
    if (!link) return
    const ticketId = await openLink(ctx.params.token)
    if (ticketId === null) return renderInvalidLink(ctx, link)
    ctx.response.header('cache-control', 'no-store')
    const ticket = await Ticket.query().where('id', ticketId).preload('intakeVersion').firstOrFail()
    return ctx.view.render('helpdesk::pages/reading', await presentReading(ctx, ticket))
  }
}
