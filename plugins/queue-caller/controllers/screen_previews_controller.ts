import type { HttpContext } from '@adonisjs/core/http'
import { assertVisible } from '#core/accounts'
import { Screen } from '#plugins/queue-caller/models/screen'
import { presentScreen } from '#plugins/queue-caller/presenters/screen_page'
import { callsNow } from '#plugins/queue-caller/queries/calls_now'
import { locationNamed } from '#plugins/queue-caller/queries/location_named'

/** Staff look at a screen, and try its sound, from where they sit. */
export default class ScreenPreviewsController {
  async show(ctx: HttpContext) {
    const id = /^\d{1,9}$/.test(ctx.params.id) ? Number(ctx.params.id) : 0
    const screen = await Screen.findOrFail(id)
    await assertVisible(ctx.auth.use('web').getUserOrFail(), screen.locationId)
    const location = await locationNamed(screen.locationId)
    const page = presentScreen(ctx, screen, { location, calls: await callsNow(location) })
    const title = ctx.i18n.t('queue-caller.screen.preview', { name: screen.name })
    return ctx.view.render('queue_caller::pages/screen', { page, title, preview: true })
  }
}
