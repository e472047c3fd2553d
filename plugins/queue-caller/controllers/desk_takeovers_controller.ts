import type { HttpContext } from '@adonisjs/core/http'
import { sitDown } from '#plugins/queue-caller/controllers/desk_sessions_controller'

/** The counter of somebody who forgot to leave it; the page has asked whether they did. */
export default class DeskTakeoversController {
  async store(ctx: HttpContext) {
    await sitDown(ctx, { takeOver: true })
  }
}
