import type { HttpContext } from '@adonisjs/core/http'
import { CheckIn } from '#plugins/queue-caller/actions/check_in'
import { answerOnce, done, refused, ticketIn } from '#plugins/queue-caller/controllers/at_counter'

/** Q2: an appointment reports at the desk, or somebody who was absent is back. */
export default class DeskCheckInsController {
  async store(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    await answerOnce(ctx, `check_in:${ticket.id}`, async () => {
      const here = await new CheckIn().handle(ticket, ctx.actor)
      return here.ok ? done('checked_in', ticket.code) : refused(here.reason, ticket.code)
    })
  }
}
