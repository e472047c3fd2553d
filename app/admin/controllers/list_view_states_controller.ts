import type { HttpContext } from '@adonisjs/core/http'
import { changeView } from '#app/admin/actions/change_view'
import { redirectWith } from '#app/admin/panel'
import { hrefs, listStateOf } from '#app/admin/presenters/list'
import { keptAddress } from '#app/admin/presenters/list_views'
import { asKept } from '#app/admin/queries/kept_of_list'
import { viewToChange } from '#app/admin/queries/list_views'
import { viewerOf } from '#app/admin/viewer'

/** What a view shows from now on: what its list shows to the person just now. */
export default class ListViewStatesController {
  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const seen = await viewToChange(ctx.params.id, viewer)
    const { view } = seen
    const asked = ctx.request.qs()
    const shown = { address: keptAddress(seen, asked), version: view.version }
    const changed = await changeView(view, shown, viewer)
    const key = changed.ok ? 'admin.views.saved' : `admin.views.errors.${changed.reason}`
    const text = viewer.t(key, { name: view.name })
    const own = asKept(seen.resource, seen.kept)
    const to = hrefs(own)({ ...listStateOf(own, asked), view: view.publicId })
    redirectWith(ctx, to, { tone: changed.ok ? 'success' : 'warning', text })
  }
}
