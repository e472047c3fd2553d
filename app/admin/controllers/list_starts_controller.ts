import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { startWithView } from '#app/admin/actions/start_with_view'
import { redirectWith } from '#app/admin/panel'
import { viewSeen } from '#app/admin/queries/list_views'
import { storeListStartValidator } from '#app/admin/validators/list_view'
import { viewerOf } from '#app/admin/viewer'

/** The view that a list opens with, for each person their own. */
export default class ListStartsController {
  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { view, resource } = await viewSeen(ctx.params.id, viewer)
    const [error, form] = await ctx.request.tryValidateUsing(storeListStartValidator)
    const isOn = !error && form.on === 'yes'
    await startWithView(viewer.user.id, { list: resource.id, start: isOn ? view : null })
    const text = viewer.t(isOn ? 'admin.views.started' : 'admin.views.stopped')
    redirectWith(ctx, urlFor(`${resource.id}.index`), { tone: 'success', text })
  }
}
