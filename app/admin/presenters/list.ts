import { urlFor } from '#core/platform'
import type { AnyResource, Column, Viewer } from '#app/admin/definition'
import { isAttribute } from '#app/admin/attributes'
import {
  addressOf,
  isNarrowed,
  NO_VIEW,
  readListState,
  type ListState,
} from '#app/admin/domain/list_state'
import { alignOf, cellOf, labelsFor } from '#app/admin/presenters/cells'
import { chipsOf } from '#app/admin/presenters/list_chips'
import { presentFilters } from '#app/admin/presenters/list_filters'
import type { KeptOfList } from '#app/admin/queries/kept_of_list'
import { actionsOn } from '#app/admin/queries/named_actions'
import { COUNTED, type ListRows } from '#app/admin/queries/list_rows'
import { listChannel } from '#app/admin/record_channels'
import { actionLabel, createLabel, labelOf, tabLabel, titleOf } from '#app/admin/words'

/** Attribute that a column sorts by, or null. */
function sortOf({ model }: AnyResource, column: { name: string; sort?: boolean | string }) {
  const attribute = column.sort === true ? column.name : column.sort
  return attribute && isAttribute(model, attribute) ? attribute : null
}

/** What of the list an address asks for. */
export function listStateOf(resource: AnyResource, address: Record<string, unknown>): ListState {
  const sorts = resource.list.columns.flatMap((column) => sortOf(resource, column) ?? [])
  return readListState(address, { ...resource.list, sorts })
}

/** Fewer columns than these are not worth a choice. */
const FEWEST_TO_CHOOSE = 3

type Listed = { state: ListState; found: ListRows; viewer: Viewer; kept: KeptOfList }

/** Everything that the list page shows. */
export async function presentList(resource: AnyResource, listed: Listed) {
  const { state, found, viewer, kept } = listed
  const { rows, hasNext } = found
  const to = hrefs(resource)
  const columns = shownColumns(resource, state)
  const filters = await presentFilters(resource, state, viewer)
  const total = totalText(found.total, viewer)
  return {
    title: titleOf(resource, viewer),
    id: resource.id,
    live: resource.live ? listChannel(resource.id) : null,
    path: urlFor(`${resource.id}.index`),
    whole: to({ tab: state.tab, columns: state.columns, view: outside(kept) }),
    tabs: tabsOf(resource, listed),
    state,
    searchable: resource.list.search.length > 0 || resource.list.matches !== undefined,
    filters,
    chips: chipsOf({ state, filters, viewer }, to),
    isNarrowed: isNarrowed(state),
    empty: viewer.word(
      `${resource.owner}.admin.${resource.name}.nothing.${state.tab}`,
      viewer.t('admin.list.empty')
    ),
    total,
    found: rows.length > 0 ? total : viewer.t('admin.list.nothing_found'),
    columns: headsOf(resource, columns, { state, viewer }),
    rows: await rowsOf(resource, columns, { rows, viewer }),
    chooser: chooserOf(resource, { state, viewer, kept }),
    exports: exportsOf(resource, state, viewer),
    create: createLink(resource, viewer),
    bulk: bulkOf(resource, { state, total, viewer }),
    page: state.page,
    previous: state.page > 1 ? to({ ...state, page: state.page - 1 }) : null,
    next: hasNext ? to({ ...state, page: state.page + 1 }) : null,
    hidden: addressOf({ ...state, search: '', filters: {}, page: 1 }, resource.list),
  }
}

/** What stands in the place of a list that could not be read. */
export const presentBroken = (resource: AnyResource, state: ListState, viewer: Viewer) => ({
  title: titleOf(resource, viewer),
  broken: true,
  found: viewer.t('admin.lists.broken'),
  retry: hrefs(resource)(state),
  create: null,
})

export const hrefs = (resource: AnyResource) => (state: Partial<ListState>) =>
  urlFor(`${resource.id}.index`, {}, addressOf(state, resource.list))

/** Each part of the list, with what is searched and filtered now. */
function tabsOf(resource: AnyResource, { state, found, viewer, kept }: Listed) {
  const { tab, search, filters, columns } = state
  const view = outside(kept)
  return resource.list.tabs.map(({ name }) => ({
    label: tabLabel(resource, name, viewer),
    href: hrefs(resource)({ tab: name, search, filters, columns, view }),
    current: name === tab && isOutside(state),
    count: countText(found.tabs[name], viewer),
  }))
}

/** No view is open. */
export const isOutside = ({ view }: ListState): boolean => view === '' || view === NO_VIEW

/** How an address says so, where a bare one would open the view that the person starts with. */
export const outside = ({ start }: KeptOfList): string => (start ? NO_VIEW : '')

/** "1,000+" where nobody counted on. */
function countText(count: number | null, viewer: Viewer): string {
  const { number } = viewer.formats()
  return count === null ? `${number(COUNTED)}+` : number(count)
}

function totalText(total: number | null, viewer: Viewer): string {
  if (total === null) return viewer.t('admin.list.more_than', { count: COUNTED })
  return viewer.t('admin.list.total', { count: total })
}

/** The list as a file, with what it shows now on all its pages. */
function exportsOf({ id, list }: AnyResource, state: ListState, viewer: Viewer) {
  if (!viewer.can('admin.export')) return null
  const address = addressOf({ ...state, page: 1 }, list)
  return ['csv', 'xlsx'].map((format) => ({
    label: viewer.t(`admin.lists.${format}`),
    href: urlFor(`${id}.export`, {}, { ...address, format }),
  }))
}

export const shownColumns = ({ list }: AnyResource, { columns }: ListState): Column[] =>
  list.columns.filter(({ name }) => columns.includes(name))

/** Those of the ticked columns that there are, in the order of the list; null for none. */
export function columnsNamed({ list }: AnyResource, ticked: readonly string[]): string[] | null {
  const columns = list.columns.filter(({ name, strong }) => strong || ticked.includes(name))
  return columns.length > 0 ? columns.map(({ name }) => name) : null
}

/** What the form that chooses columns shows, and what of the list it carries along. */
function chooserOf(resource: AnyResource, { state, viewer, kept }: Omit<Listed, 'found'>) {
  const columns = resource.list.columns.map(({ name, strong }) => ({
    name,
    label: labelOf(resource, name, viewer),
    shown: state.columns.includes(name),
    fixed: strong === true,
  }))
  if (columns.length < FEWEST_TO_CHOOSE) return null
  const address = addressOf({ ...state, columns: undefined, page: 1 }, resource.list)
  return {
    columns,
    action: urlFor('admin.list_columns.store', {}, address),
    isOwn: kept.columns !== null,
  }
}

export function createLink(resource: AnyResource, viewer: Viewer) {
  const form = { route: `${resource.id}.create`, permission: resource.permission.manage }
  const { route, permission } = resource.list.add ?? form
  if (!permission || !viewer.can(permission)) return null
  return { label: createLabel(resource, viewer), href: urlFor(route) }
}

type Offered = { state: ListState; total: string; viewer: Viewer }

/** What may be done with chosen rows, or with all that the list shows; null when nothing may. */
function bulkOf(resource: AnyResource, { state, total, viewer }: Offered) {
  const offered = actionsOn(resource, 'bulk', viewer)
  if (offered.length === 0) return null
  return {
    hidden: addressOf({ ...state, page: 1 }, resource.list),
    all: viewer.t('admin.actions.all', { total }),
    actions: offered.map(({ name, words, action: { id, icon, danger = false } }) => ({
      label: actionLabel(words, id, viewer),
      icon,
      danger,
      href: urlFor(`${name}.bulk_create`),
    })),
  }
}

type Seen = { state: ListState; viewer: Viewer }

function headsOf(resource: AnyResource, columns: Column[], { state, viewer }: Seen) {
  return columns.map((column) => {
    const sort = sortOf(resource, column)
    const isSorted = sort !== null && sort === state.sort
    const descending = isSorted && !state.descending
    return {
      label: labelOf(resource, column.name, viewer),
      align: alignOf(resource, column),
      strong: column.strong,
      sort: sort && {
        href: hrefs(resource)({ ...state, sort, descending, page: 1 }),
        direction: isSorted ? (state.descending ? 'desc' : 'asc') : null,
      },
    }
  })
}

type Rows = { rows: ListRows['rows']; viewer: Viewer }

async function rowsOf(resource: AnyResource, columns: Column[], { rows, viewer }: Rows) {
  const labels = await labelsFor(resource, columns, { rows, viewer })
  return rows.map((record) => ({
    id: String(record.$primaryKeyValue),
    href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
    cells: columns.map((column) =>
      cellOf(resource, column, { record, viewer, labels, short: true })
    ),
  }))
}
