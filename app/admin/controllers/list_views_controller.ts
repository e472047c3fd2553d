import type { HttpContext } from '@adonisjs/core/http'
import { firstOfEach, typedIn, type FieldErrors } from '#core/web'
import { urlFor } from '#core/platform'
import { changeView } from '#app/admin/actions/change_view'
import { removeView } from '#app/admin/actions/remove_view'
import { saveView } from '#app/admin/actions/save_view'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { MOST_VIEWS } from '#app/admin/domain/view_names'
import { redirectWith, renderPanel } from '#app/admin/panel'
import { listStateOf } from '#app/admin/presenters/list'
import { presentNewView, presentView, type Typed } from '#app/admin/presenters/list_view'
import { keptAddress, viewHref } from '#app/admin/presenters/list_views'
import { asKept, keptOfList } from '#app/admin/queries/kept_of_list'
import { viewSeen, viewToChange, type SeenView } from '#app/admin/queries/list_views'
import { listNamed } from '#app/admin/queries/lists'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'
import {
  listValidator,
  storeListViewValidator,
  updateListViewValidator,
} from '#app/admin/validators/list_view'
import { viewerOf } from '#app/admin/viewer'

const PAGE = 'admin/pages/list_view'

/** Views of lists: what a list shows, kept under a name. */
export default class ListViewsController {
  async store(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const [unknown, asked] = await ctx.request.tryValidateUsing(listValidator)
    if (unknown) throw new E_NO_SUCH_RECORD()
    const { list } = asked
    const resource = listNamed(list, viewer)
    const [error, form] = await ctx.request.tryValidateUsing(storeListViewValidator)
    if (error) return this.#again(ctx, { resource, viewer, errors: firstOfEach(error.messages) })
    const kept = await keptOfList(list, viewer)
    const state = listStateOf(asKept(resource, kept), ctx.request.qs())
    const shared = form.shared !== undefined && viewer.can('admin.share_views')
    const address = keptAddress(resource, state)
    const saved = await saveView({ ...form, shared, userId: viewer.user.id, list, address })
    if (!saved.ok) {
      const name = viewer.t(`admin.views.errors.${saved.reason}`, { most: MOST_VIEWS })
      return this.#again(ctx, { resource, viewer, errors: { name } })
    }
    return this.#leave(ctx, saved.id, viewer)
  }

  async edit(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    return this.#page(ctx, await viewSeen(ctx.params.id, viewer), { viewer })
  }

  async update(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const seen = await viewToChange(ctx.params.id, viewer)
    const [error, form] = await ctx.request.tryValidateUsing(updateListViewValidator)
    if (error) return this.#page(ctx, seen, { viewer, errors: firstOfEach(error.messages) })
    const { view } = seen
    const shared = viewer.can('admin.share_views') ? form.shared !== undefined : view.shared
    const changed = await changeView(view, { ...form, shared, address: view.address })
    if (!changed.ok) {
      const name = viewer.t(`admin.views.errors.${changed.reason}`)
      return this.#page(ctx, await viewToChange(view.publicId, viewer), {
        viewer,
        errors: { name },
      })
    }
    return this.#leave(ctx, view.publicId, viewer)
  }

  async destroy(ctx: HttpContext) {
    const viewer = await viewerOf(ctx)
    const { view, resource } = await viewToChange(ctx.params.id, viewer)
    await removeView(view)
    const to = urlFor(`${resource.id}.index`)
    redirectWith(ctx, to, { tone: 'success', text: viewer.t('admin.removed') })
  }

  async #leave(ctx: HttpContext, id: string, viewer: Viewer) {
    const { view, resource } = await viewSeen(id, viewer)
    const kept = await keptOfList(resource.id, viewer)
    const seen = kept.views.find(({ publicId }) => publicId === id)
    const text = viewer.t('admin.views.saved', { name: view.name })
    const to = seen ? viewHref(asKept(resource, kept), seen) : urlFor(`${resource.id}.index`)
    redirectWith(ctx, to, { tone: 'success', text })
  }

  async #again(ctx: HttpContext, { resource, viewer, errors = {} }: Refused) {
    ctx.response.status(422)
    const asked = { resource, viewer, address: ctx.request.qs() }
    const page = await presentNewView(typedBy(ctx), errors, asked)
    return renderPanel(ctx, PAGE, { title: page.title, page })
  }

  async #page(ctx: HttpContext, seen: SeenView, { viewer, errors }: Omit<Refused, 'resource'>) {
    if (errors) ctx.response.status(422)
    const kept = await keptOfList(seen.resource.id, viewer)
    const typed = errors && { ...typedBy(ctx), version: seen.view.version }
    const page = await presentView(seen, { kept, typed, errors, viewer })
    return renderPanel(ctx, PAGE, { title: page.title, page })
  }
}

function typedBy(ctx: HttpContext): Typed {
  const { name = '', shared } = typedIn(ctx, ['name', 'shared'])
  return { name, shared: shared !== undefined }
}

type Refused = { resource: AnyResource; viewer: Viewer; errors?: FieldErrors }
