import type { HttpContext } from '@adonisjs/core/http'
import { urlFor } from '#core/platform'
import { removeView } from '#app/admin/actions/remove_view'
import { formKey } from '#app/admin/domain/sent_form'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { presentRemoval } from '#app/admin/presenters/list_view'
import { viewToChange } from '#app/admin/queries/list_views'
import { viewerOf } from '#app/admin/viewer'

/** Removing a view of a list: asked about on a page of its own, then done. */
export default class ListViewRemovalsController {
  async create(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const page = presentRemoval(await viewToChange(ctx.params.id, viewer), viewer)
    return renderPanel(ctx, 'admin/pages/action', { title: page.title, page })
  }

  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const key = formKey(ctx.request.body())
    const { list } = await removeView(String(ctx.params.id), viewer, key)
    const text = viewer.t('admin.removed')
    redirectWith(ctx, urlFor(`${list}.index`), { tone: 'success', text })
  }
}
