import type { HttpContext } from '@adonisjs/core/http'
import { deviceOf } from '#core/devices'
import { speak } from '#core/web'
import { Screen } from '#plugins/queue-caller/models/screen'
import { presentScreen } from '#plugins/queue-caller/presenters/screen_page'
import { callsNow } from '#plugins/queue-caller/queries/calls_now'
import { locationNamed } from '#plugins/queue-caller/queries/location_named'

/** Q6: what hangs in the waiting room. */
export default class ScreenPagesController {
  async show(ctx: HttpContext) {
    const screen = await Screen.findOrFail(deviceOf(ctx).subjectId)
    const location = await locationNamed(screen.locationId)
    const page = presentScreen(ctx, screen, { location, calls: await callsNow(location) })
    speak(ctx, page.language)
    return ctx.view.render('queue_caller::pages/screen', { page, title: screen.name })
  }
}
