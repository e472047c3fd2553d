import { urlFor } from '#core/platform'
import type { AnyResource, FieldErrors, Viewer } from '#app/admin/definition'
import { addressOf } from '#app/admin/domain/list_state'
import { LONGEST_NAME } from '#app/admin/domain/view_names'
import type { ListView } from '#app/admin/models/list_view'
import { hrefs, listStateOf } from '#app/admin/presenters/list'
import { chipsOf } from '#app/admin/presenters/list_chips'
import { presentFilters } from '#app/admin/presenters/list_filters'
import { viewHref } from '#app/admin/presenters/list_views'
import { asKept, type KeptOfList } from '#app/admin/queries/kept_of_list'
import type { SeenView } from '#app/admin/queries/list_views'
import { titleOf } from '#app/admin/words'

export type Typed = { name: string; shared: boolean; version?: number }
type New = { resource: AnyResource; address: Record<string, unknown>; viewer: Viewer }

/** The form of a new view, after it was refused: nothing that was typed is lost. */
export async function presentNewView(typed: Typed, errors: FieldErrors, asked: New) {
  const { resource, address, viewer } = asked
  const list = titleOf(resource, viewer)
  const state = listStateOf(resource, address)
  return {
    title: viewer.t('admin.views.new', { list }),
    back: { label: list, href: hrefs(resource)(state) },
    errors,
    shows: await showsOf(resource, address, viewer),
    form: {
      ...formOf(typed, viewer),
      action: urlFor('admin.list_views.store', {}, addressOf(state, resource.list)),
      hidden: { list: resource.id },
    },
  }
}

type Edited = { kept: KeptOfList; typed?: Typed; errors?: FieldErrors; viewer: Viewer }

/** The page on which a view is named, shared, made the start, and removed. */
export async function presentView({ view, resource, mayChange }: SeenView, edited: Edited) {
  const { kept, errors = {}, viewer } = edited
  const id = view.publicId
  const isStart = kept.start?.publicId === id
  const seen = kept.views.find(({ publicId }) => publicId === id)
  const { name, shared, version } = { ...view.$attributes, ...edited.typed } as Required<Typed>
  return {
    title: viewer.t('admin.views.edit', { name: view.name }),
    back: {
      label: titleOf(resource, viewer),
      href: seen ? viewHref(asKept(resource, kept), seen) : urlFor(`${resource.id}.index`),
    },
    errors,
    shows: await showsOf(resource, view.address, viewer),
    form: mayChange
      ? {
          ...formOf({ name, shared }, viewer),
          action: urlFor('admin.list_views.update', { id }),
          hidden: { version: String(version) },
        }
      : null,
    start: {
      action: urlFor('admin.list_starts.store', { id }),
      on: isStart ? 'no' : 'yes',
      label: viewer.t(isStart ? 'admin.views.stop' : 'admin.views.start'),
    },
    remove: mayChange ? removalOf(view, viewer) : null,
  }
}

const formOf = ({ name, shared }: Typed, viewer: Viewer) => ({
  name,
  shared,
  canShare: viewer.can('admin.share_views'),
  longest: String(LONGEST_NAME),
})

const removalOf = ({ publicId, shared }: ListView, viewer: Viewer) => ({
  action: urlFor('admin.list_views.destroy', { id: publicId }),
  text: shared ? viewer.t('admin.views.remove_shared') : '',
})

/** "State is Pending, Start from Tue 24 Nov 2026" */
async function showsOf(resource: AnyResource, address: Record<string, unknown>, viewer: Viewer) {
  const state = listStateOf(resource, address)
  const filters = await presentFilters(resource, state, viewer)
  const chips = chipsOf({ state, filters, viewer }, () => '')
  return chips.map(({ label }) => label)
}
