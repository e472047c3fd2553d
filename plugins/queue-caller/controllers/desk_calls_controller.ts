import type { HttpContext } from '@adonisjs/core/http'
import { CallTicket } from '#plugins/queue-caller/actions/call_ticket'
import {
  answerOnce,
  atCounter,
  done,
  refused,
  ticketIn,
  type Said,
} from '#plugins/queue-caller/controllers/at_counter'
import { storeDeskCallValidator } from '#plugins/queue-caller/validators/desk'

/** Q3, Q6: the next one, or the one that staff point at. */
export default class DeskCallsController {
  async store(ctx: HttpContext) {
    const { ticket: id } = await ctx.request.validateUsing(storeDeskCallValidator)
    const ticket = id === undefined ? null : await ticketIn(ctx, id)
    await answerOnce(ctx, `call:${id ?? 'next'}`, () => callFor(ctx, ticket ?? undefined))
  }
}

/** Calls to the counter of the person who asks. */
export async function callFor(
  ctx: HttpContext,
  ticket?: { id: number; code: string }
): Promise<Said> {
  const at = await atCounter(ctx)
  if (!at) return refused('left_counter')
  const call = await new CallTicket().handle({ ...at, by: ctx.actor, ticketId: ticket?.id })
  return call.ok ? done('called', call.ticket.code) : refused(call.reason, ticket?.code)
}
