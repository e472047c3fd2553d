import type { HttpContext } from '@adonisjs/core/http'
import { sessionTime } from '#app/accounts/drivers/database_session_store'

/** How long the person stays signed in; for the dialog that warns before the end (WCAG 2.2.1). */
export default class SessionTimesController {
  /** Asked in the background, which does not count as use. */
  async show(ctx: HttpContext) {
    return ctx.response.json(sessionTime(ctx))
  }

  /** The request itself is the use that moves the end on. */
  async update(ctx: HttpContext) {
    const { most } = sessionTime(ctx)!
    return ctx.response.json({ left: most, most })
  }
}
