import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, renderPanel, resourceNamed, viewerOf } from '#core/admin'
import { urlFor } from '#core/platform'
import type { Ticket } from '#plugins/helpdesk/models/ticket'
import { presentDeadlines } from '#plugins/helpdesk/presenters/deadlines'
import { deadlinesOf } from '#plugins/helpdesk/queries/deadlines_of'

/** Every deadline explains itself: the days that counted, the pauses, the days that differ. */
export default class DeadlinesController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const tickets = resourceNamed('helpdesk.tickets')
    const ticket = (await recordOf(tickets, ctx.params.id, { viewer })) as Ticket
    const { id, number } = ticket
    const page = presentDeadlines(await deadlinesOf(ticket, viewer.now), viewer)
    const title = viewer.t('helpdesk.deadlines.title', { number })
    const back = { href: urlFor('helpdesk.tickets.show', { id }), label: number }
    return renderPanel(ctx, 'helpdesk::admin/deadlines', { title, page, back })
  }
}
