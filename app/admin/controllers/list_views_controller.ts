import type { HttpContext } from '@adonisjs/core/http'
import { firstOfEach, typedIn, type FieldErrors } from '#core/web'
import { changeView } from '#app/admin/actions/change_view'
import { saveView } from '#app/admin/actions/save_view'
import type { Viewer } from '#app/admin/definition'
import { listAsked } from '#app/admin/list_asked'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { presentNewView, presentView, refusalOf, type Typed } from '#app/admin/presenters/list_view'
import { keptAddress, viewHref } from '#app/admin/presenters/list_views'
import type { OwnList } from '#app/admin/queries/kept_of_list'
import { viewSeen, viewToChange, type SeenView } from '#app/admin/queries/list_views'
import { storeListViewValidator, updateListViewValidator } from '#app/admin/validators/list_view'
import { viewerOf } from '#app/admin/viewer'

const PAGE = 'admin/pages/list_view'

/** Views of lists: what a list shows, kept under a name. */
export default class ListViewsController {
  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const list = await listAsked(ctx, viewer)
    const [error, form] = await ctx.request.tryValidateUsing(storeListViewValidator)
    if (error) return this.#again(ctx, list, viewer, firstOfEach(error.messages))
    const address = keptAddress(list, ctx.request.qs())
    const saved = await saveView({ ...form, list: list.resource.id, address }, viewer)
    if (!saved.ok) return this.#again(ctx, list, viewer, refusalOf(saved.reason, viewer))
    return this.#leave(ctx, await viewSeen(saved.id, viewer), { name: form.name, viewer })
  }

  async edit(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const page = await presentView(await viewSeen(ctx.params.id, viewer), { viewer })
    return renderPanel(ctx, PAGE, { title: page.title, page })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const seen = await viewToChange(ctx.params.id, viewer)
    const [error, form] = await ctx.request.tryValidateUsing(updateListViewValidator)
    if (error) return this.#refuse(ctx, seen, viewer, firstOfEach(error.messages))
    const changed = await changeView(seen.view, form, viewer)
    if (changed.ok) return this.#leave(ctx, seen, { name: form.name, viewer })
    const now = await viewToChange(ctx.params.id, viewer)
    return this.#refuse(ctx, now, viewer, refusalOf(changed.reason, viewer))
  }

  #leave(ctx: HttpContext, seen: SeenView, { name, viewer }: { name: string; viewer: Viewer }) {
    const text = viewer.t('admin.views.saved', { name })
    redirectWith(ctx, viewHref(seen, seen.view), { tone: 'success', text })
  }

  async #again(ctx: HttpContext, list: OwnList, viewer: Viewer, errors: FieldErrors) {
    ctx.response.status(422)
    const asked = { list, address: ctx.request.qs(), viewer }
    const page = await presentNewView(typedBy(ctx), errors, asked)
    return renderPanel(ctx, PAGE, { title: page.title, page })
  }

  async #refuse(ctx: HttpContext, seen: SeenView, viewer: Viewer, errors: FieldErrors) {
    ctx.response.status(422)
    const typed = { ...typedBy(ctx), version: seen.view.version }
    const page = await presentView(seen, { typed, errors, viewer })
    return renderPanel(ctx, PAGE, { title: page.title, page })
  }
}

function typedBy(ctx: HttpContext): Typed {
  const { name = '', shared } = typedIn(ctx, ['name', 'shared'])
  return { name, shared: shared !== undefined }
}
