import type { HttpContext } from '@adonisjs/core/http'
import { MarkUrgent } from '#plugins/queue-caller/actions/mark_urgent'
import { answerOnce, done, refused, ticketIn } from '#plugins/queue-caller/controllers/at_counter'
import { storeDeskUrgencyValidator } from '#plugins/queue-caller/validators/desk'

/** Q3: before all others, or no longer. */
export default class DeskUrgenciesController {
  async store(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const form = await ctx.request.validateUsing(storeDeskUrgencyValidator)
    const urgent = form.urgent === 'yes'
    await answerOnce(ctx, `urgent:${ticket.id}:${urgent}`, async () => {
      const marked = await new MarkUrgent().handle(ticket, { urgent, by: ctx.actor })
      const { code } = ticket
      return marked.ok ? done(urgent ? 'urgent' : 'not_urgent', code) : refused('changed', code)
    })
  }
}
