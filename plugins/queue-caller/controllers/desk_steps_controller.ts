import type { HttpContext } from '@adonisjs/core/http'
import { ServeTicket, type CounterStep } from '#plugins/queue-caller/actions/serve_ticket'
import {
  answerOnce,
  atCounter,
  done,
  refused,
  ticketIn,
  type Said,
} from '#plugins/queue-caller/controllers/at_counter'
import { callFor } from '#plugins/queue-caller/controllers/desk_calls_controller'
import { EVENT_OF } from '#plugins/queue-caller/domain/ticket_states'
import type { Ticket } from '#plugins/queue-caller/models/ticket'
import { storeDeskStepValidator } from '#plugins/queue-caller/validators/desk'

/** Q5, Q6: what is done with the ticket that the counter has. */
export default class DeskStepsController {
  async store(ctx: HttpContext) {
    const { step } = await ctx.request.validateUsing(storeDeskStepValidator)
    const ticket = await ticketIn(ctx)
    await answerOnce(ctx, `step:${ticket.id}:${step}`, async () => {
      if (step !== 'finish_and_next') return this.#take(ctx, ticket, step)
      const finished = await this.#take(ctx, ticket, 'finish')
      if (!finished.ok) return finished
      const called = await callFor(ctx)
      // Nobody is due, or the counter pauses: what was asked for has been done all the same.
      return called.ok ? called : finished
    })
  }

  async #take(ctx: HttpContext, ticket: Ticket, step: CounterStep): Promise<Said> {
    const { code } = ticket
    const at = await atCounter(ctx)
    if (!at) return refused('left_counter')
    const counterId = at.session.counterId
    const where = { counterId, location: at.location, by: ctx.actor }
    const taken = await new ServeTicket().handle(ticket, step, where)
    if (!taken.ok) return refused(taken.reason, code)
    return done(ticket.state === 'no_show' ? 'no_show' : EVENT_OF[step], code)
  }
}
