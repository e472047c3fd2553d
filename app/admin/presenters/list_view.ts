import { randomId, urlFor } from '#core/platform'
import type { AnyResource, FieldErrors, Viewer } from '#app/admin/definition'
import { addressOf } from '#app/admin/domain/list_state'
import { LONGEST_NAME, MOST_VIEWS } from '#app/admin/domain/view_names'
import { hrefs, listStateOf } from '#app/admin/presenters/list'
import { chipsOf } from '#app/admin/presenters/list_chips'
import { presentFilters } from '#app/admin/presenters/list_filters'
import { viewHref } from '#app/admin/presenters/list_views'
import type { OwnList } from '#app/admin/queries/kept_of_list'
import type { SeenView } from '#app/admin/queries/list_views'
import { titleOf } from '#app/admin/words'

export type Typed = { name: string; shared: boolean; version?: number }
type New = { list: OwnList; address: Record<string, unknown>; viewer: Viewer }

/** The form of a new view, after it was refused: nothing that was typed is lost. */
export async function presentNewView(typed: Typed, errors: FieldErrors, asked: New) {
  const { address, viewer } = asked
  const { resource } = asked.list
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

type Edited = { typed?: Typed; errors?: FieldErrors; viewer: Viewer }

/** The page on which a view is named, shared, made the start, and removed. */
export async function presentView(seen: SeenView, edited: Edited) {
  const { view, resource, kept, mayChange } = seen
  const { errors = {}, viewer } = edited
  const id = view.publicId
  const isStart = kept.start?.publicId === id
  const { name, shared, version } = { ...view.$attributes, ...edited.typed } as Required<Typed>
  return {
    title: viewer.t('admin.views.edit', { name: view.name }),
    back: { label: titleOf(resource, viewer), href: viewHref(seen, view) },
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
    remove: mayChange ? urlFor('admin.list_view_removals.create', { id }) : null,
  }
}

/** Why a view was not kept, at the field that it is about. */
export const refusalOf = (reason: Refusal, { t }: Viewer): FieldErrors => ({
  name: t(`admin.views.errors.${reason}`, { most: MOST_VIEWS }),
})

type Refusal = 'name_taken' | 'too_many' | 'changed_meanwhile'

const formOf = ({ name, shared }: Typed, viewer: Viewer) => ({
  name,
  shared,
  canShare: viewer.can('admin.share_views'),
  longest: String(LONGEST_NAME),
})

/** The page that asks before a view is removed. */
export function presentRemoval({ view }: SeenView, { t }: Viewer) {
  const { name, shared, publicId: id } = view
  const label = t('admin.views.remove')
  return {
    title: t('admin.action.title', { action: label, name }),
    text: t(shared ? 'admin.views.remove_shared' : 'admin.views.remove_own'),
    label,
    danger: true,
    errors: {},
    fields: [],
    action: urlFor('admin.list_view_removals.store', { id }),
    hidden: { form_key: randomId() },
    back: { label: t('admin.views.edit', { name }), href: urlFor('admin.list_views.edit', { id }) },
  }
}

/** "State is Pending, Start from Tue 24 Nov 2026" */
async function showsOf(resource: AnyResource, address: Record<string, unknown>, viewer: Viewer) {
  const state = listStateOf(resource, address)
  const filters = await presentFilters(resource, state, viewer)
  const chips = chipsOf({ state, filters, viewer }, () => '')
  return chips.map(({ label }) => label)
}
