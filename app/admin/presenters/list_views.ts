import { urlFor } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { addressOf, NO_VIEW, type ListState } from '#app/admin/domain/list_state'
import { hrefs, isOutside, listStateOf, outside } from '#app/admin/presenters/list'
import {
  asKept,
  type KeptOfList,
  type KeptView,
  type OwnList,
} from '#app/admin/queries/kept_of_list'

/** So many views stand beside the tabs; the menu has all of them. */
const MOST_TABS = 6

type Opened = { address: Record<string, unknown>; kept: KeptOfList }

/** What of the list is shown: a bare address opens the view that the person starts with. */
export function openedState(resource: AnyResource, { address, kept }: Opened): ListState {
  const { start, views } = kept
  const isBare = Object.keys(address).length === 0
  const state = listStateOf(resource, isBare && start ? inView(start) : address)
  const isKnown = state.view === NO_VIEW || views.some(({ publicId }) => publicId === state.view)
  return isKnown ? state : { ...state, view: '' }
}

type View = Pick<KeptView, 'address' | 'publicId'>

const inView = ({ address, publicId }: View) => ({ ...address, view: publicId })

/** What a view keeps of a list. The columns are those of the list itself, whoever chose others. */
export const keptAddress = ({ resource, kept }: OwnList, address: Record<string, unknown>) =>
  addressInView(resource, listStateOf(asKept(resource, kept), address))

const addressInView = ({ list }: AnyResource, state: ListState): Record<string, string> =>
  addressOf({ ...state, view: '', page: 1 }, list)

/** Address of a list in a view. */
export function viewHref({ resource, kept }: OwnList, view: View): string {
  const own = asKept(resource, kept)
  return hrefs(own)(listStateOf(own, inView(view)))
}

type Seen = { state: ListState; kept: KeptOfList; viewer: Viewer }

/** The views of a list: as tabs, in a menu, and what can be done with the one that is open. */
export function presentViews(resource: AnyResource, { state, kept, viewer }: Seen) {
  const open = kept.views.find(({ publicId }) => publicId === state.view)
  return {
    tabs: tabsOf(resource, { state, kept, viewer }),
    items: kept.views.map((view) => ({
      name: view.name,
      href: viewHref({ resource, kept }, view),
      current: view === open,
      note: noteOf(view, kept, viewer),
      edit: urlFor('admin.list_views.edit', { id: view.publicId }),
      editLabel: viewer.t('admin.views.edit', { name: view.name }),
    })),
    save: urlFor('admin.list_views.store', {}, addressOf({ ...state, page: 1 }, resource.list)),
    canShare: viewer.can('admin.share_views'),
    changed: open ? changedOf(resource, { open, state, viewer }) : null,
    lost: open ? isLost(open, listStateOf(resource, open.address)) : false,
  }
}

const noteOf = (view: KeptView, { start }: KeptOfList, { t }: Viewer): string =>
  [view === start && t('admin.views.is_start'), view.shared && t('admin.views.is_shared')]
    .filter(Boolean)
    .join(', ')

/** Beside the parts of the list; where it has none, the whole of it is the first. */
function tabsOf(resource: AnyResource, { state, kept, viewer }: Seen) {
  const { views } = kept
  if (views.length === 0) return []
  const shown = views.filter(({ publicId }, index) => index < MOST_TABS || publicId === state.view)
  const whole = {
    label: viewer.t('admin.views.all'),
    href: hrefs(resource)({ view: outside(kept) }),
    current: isOutside(state),
  }
  return [
    ...(resource.list.tabs.length > 0 ? [] : [whole]),
    ...shown.map((view) => ({
      label: view.name,
      href: viewHref({ resource, kept }, view),
      current: view.publicId === state.view,
      icon: 'bookmark',
    })),
  ]
}

type Open = { open: KeptView; state: ListState; viewer: Viewer }

/** The way to keep what was changed in an open view; null while nothing was, or by others. */
function changedOf(resource: AnyResource, { open, state, viewer }: Open) {
  const stored = addressInView(resource, listStateOf(resource, open.address))
  const now = addressInView(resource, state)
  const isSame = Object.keys({ ...stored, ...now }).every((key) => stored[key] === now[key])
  if (isSame || !(open.isOwn || viewer.can('admin.share_views'))) return null
  return {
    label: viewer.t('admin.views.keep', { name: open.name }),
    action: urlFor('admin.list_view_states.update', { id: open.publicId }, now),
  }
}

/** Whether the view names a part or a filter that the list has no more. */
function isLost({ address }: KeptView, state: ListState): boolean {
  const { tab = state.tab, q: _, sort: __, columns: ___, ...filters } = address
  return (
    tab !== state.tab || Object.keys(filters).some((key) => state.filters[key] !== filters[key])
  )
}
