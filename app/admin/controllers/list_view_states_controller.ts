import type { HttpContext } from '@adonisjs/core/http'
import { changeView } from '#app/admin/actions/change_view'
import { redirectWith } from '#app/admin/panel'
import { hrefs, listStateOf } from '#app/admin/presenters/list'
import { keptAddress } from '#app/admin/presenters/list_views'
import { asKept, keptOfList } from '#app/admin/queries/kept_of_list'
import { viewToChange } from '#app/admin/queries/list_views'
import { viewerOf } from '#app/admin/viewer'

/** What a view shows from now on: what its list shows to the person just now. */
export default class ListViewStatesController {
  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { view, resource } = await viewToChange(ctx.params.id, viewer)
    const own = asKept(resource, await keptOfList(resource.id, viewer))
    const state = listStateOf(own, ctx.request.qs())
    const changed = await changeView(view, {
      ...{ name: view.name, shared: view.shared, version: view.version },
      address: keptAddress(resource, state),
    })
    const text = viewer.t(
      changed.ok ? 'admin.views.saved' : `admin.views.errors.${changed.reason}`,
      { name: view.name }
    )
    const to = hrefs(own)({ ...state, view: view.publicId })
    redirectWith(ctx, to, { tone: changed.ok ? 'success' : 'warning', text })
  }
}
