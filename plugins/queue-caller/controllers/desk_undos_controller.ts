import type { HttpContext } from '@adonisjs/core/http'
import { UndoStep } from '#plugins/queue-caller/actions/undo_step'
import {
  answerOnce,
  atCounter,
  done,
  refused,
  ticketIn,
} from '#plugins/queue-caller/controllers/at_counter'

/** Q6: a wrong click, taken back. */
export default class DeskUndosController {
  async store(ctx: HttpContext) {
    const ticket = await ticketIn(ctx)
    const { id, code } = ticket
    await answerOnce(ctx, `undo:${id}`, async () => {
      const at = await atCounter(ctx)
      if (!at) return refused('left_counter')
      const { counterId } = at.session
      const undone = await new UndoStep().handle(ticket, { counterId, by: ctx.actor })
      return undone.ok ? done('undone', code) : refused(undone.reason, code)
    })
  }
}
