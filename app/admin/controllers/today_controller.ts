import type { HttpContext } from '@adonisjs/core/http'
import { renderPanel } from '#app/admin/panel'
import { waysOn } from '#app/admin/presenters/navigation'
import { presentWidgets } from '#app/admin/presenters/widgets'
import { viewerOf } from '#app/admin/viewer'

/** "Today": where staff begin, composed of what modules and plugins have to say. */
export default class TodayController {
  async show(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const widgets = await presentWidgets(ctx, viewer)
    const title = viewer.t('admin.today.title')
    const day = viewer.formats().date(viewer.now)
    const ways = widgets.length > 0 ? [] : await waysOn(viewer, ctx.request.url())
    return renderPanel(ctx, 'admin/pages/today', { title, day, widgets, ways })
  }
}
