import type { HttpContext } from '@adonisjs/core/http'
import { recordOf, resourceNamed, viewerOf } from '#core/admin'
import type { Ticket } from '#plugins/helpdesk/models/ticket'

/** The ticket in the address, as the panel finds it. */
export async function ticketAtDesk(ctx: HttpContext): Promise<Ticket> {
  const tickets = resourceNamed('helpdesk.tickets')
  return (await recordOf(tickets, ctx.params.id, { viewer: await viewerOf(ctx) })) as Ticket
}
