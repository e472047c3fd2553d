import { urlFor } from '#core/platform'
import type { AnyResource, Filter, Option, Viewer } from '#app/admin/definition'
import { isAttribute } from '#app/admin/attributes'
import { addressOf, namesOf, type ListState } from '#app/admin/domain/list_state'
import { cellOf, labelsFor } from '#app/admin/presenters/cells'
import { COUNTED, type ListRows } from '#app/admin/queries/list_rows'
import { lookup } from '#app/admin/queries/lookup'
import {
  actionLabel,
  choiceLabel,
  kindOfRecord,
  labelOf,
  tabLabel,
  titleOf,
} from '#app/admin/words'

/** Attribute that a column sorts by, or null. */
export function sortOf({ model }: AnyResource, column: { name: string; sort?: boolean | string }) {
  const attribute = column.sort === true ? column.name : column.sort
  return attribute && isAttribute(model, attribute) ? attribute : null
}

type Listed = { state: ListState; found: ListRows; viewer: Viewer }

/** Everything that the list page shows. */
export async function presentList(resource: AnyResource, { state, found, viewer }: Listed) {
  const { rows, total, hasNext } = found
  const to = hrefs(resource)
  const filters = await presentFilters(resource, state, viewer)
  return {
    title: titleOf(resource, viewer),
    id: resource.id,
    path: urlFor(`${resource.id}.index`),
    whole: to({ tab: state.tab }),
    tabs: tabsOf(resource, state, viewer),
    state,
    searchable: resource.list.search.length > 0,
    filters,
    chips: chipsOf(resource, { state, filters, viewer }),
    isNarrowed: state.search !== '' || Object.keys(state.filters).length > 0,
    total: totalText(total, viewer),
    columns: headsOf(resource, state, viewer),
    rows: await rowsOf(resource, rows, viewer),
    create: createLink(resource, viewer),
    bulk: bulkOf(resource, { state, total: totalText(total, viewer), viewer }),
    page: state.page,
    previous: state.page > 1 ? to({ ...state, page: state.page - 1 }) : null,
    next: hasNext ? to({ ...state, page: state.page + 1 }) : null,
    hidden: addressOf(
      { sort: state.sort, descending: state.descending, tab: state.tab },
      resource.list
    ),
  }
}

const hrefs = (resource: AnyResource) => (state: Partial<ListState>) =>
  urlFor(`${resource.id}.index`, {}, addressOf(state, resource.list))

/** Each part of the list, with what is searched and filtered now. */
function tabsOf(resource: AnyResource, { tab, search, filters }: ListState, viewer: Viewer) {
  return resource.list.tabs.map(({ name }) => ({
    label: tabLabel(resource, name, viewer),
    href: hrefs(resource)({ tab: name, search, filters }),
    current: name === tab,
  }))
}

function totalText(total: number | null, viewer: Viewer): string {
  if (total === null) return viewer.t('admin.list.more_than', { count: COUNTED })
  return viewer.t('admin.list.total', { count: total })
}

export function createLink(resource: AnyResource, viewer: Viewer) {
  const { manage } = resource.permission
  if (!manage || !viewer.can(manage)) return null
  const one = kindOfRecord(resource, viewer)
  return { label: viewer.t('admin.list.create', { one }), href: urlFor(`${resource.id}.create`) }
}

type Offered = { state: ListState; total: string; viewer: Viewer }

/** What may be done with chosen rows, or with all that the list shows; null when nothing may. */
function bulkOf(resource: AnyResource, { state, total, viewer }: Offered) {
  const offered = resource.actions.filter(
    ({ on, permission }) => on?.includes('bulk') && viewer.can(permission)
  )
  if (offered.length === 0) return null
  return {
    hidden: addressOf({ ...state, page: 1 }, resource.list),
    all: viewer.t('admin.actions.all', { total }),
    actions: offered.map(({ id, icon, danger = false }) => ({
      label: actionLabel(resource, id, viewer),
      icon,
      danger,
      href: urlFor(`${resource.id}.${id}.bulk_create`),
    })),
  }
}

function headsOf(resource: AnyResource, state: ListState, viewer: Viewer) {
  return resource.list.columns.map((column) => {
    const sort = sortOf(resource, column)
    const isSorted = sort !== null && sort === state.sort
    const descending = isSorted && !state.descending
    return {
      label: labelOf(resource, column.name, viewer),
      align: column.align,
      strong: column.strong,
      sort: sort && {
        href: hrefs(resource)({ ...state, sort, descending, page: 1 }),
        direction: isSorted ? (state.descending ? 'desc' : 'asc') : null,
      },
    }
  })
}

async function rowsOf(resource: AnyResource, rows: ListRows['rows'], viewer: Viewer) {
  const { columns } = resource.list
  const labels = await labelsFor(resource, columns, { rows, viewer })
  return rows.map((record) => ({
    id: String(record.$primaryKeyValue),
    href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
    cells: columns.map((column) =>
      cellOf(resource, column, { record, viewer, labels, short: true })
    ),
  }))
}

async function presentFilters(resource: AnyResource, state: ListState, viewer: Viewer) {
  return Promise.all(
    resource.list.filters.map(async (filter) => ({
      kind: filter.kind,
      label: labelOf(resource, filter.name, viewer),
      names: namesOf(filter),
      values: namesOf(filter).map((name) => state.filters[name] ?? ''),
      options: await filterOptions(resource, filter, viewer),
    }))
  )
}

async function filterOptions(
  resource: AnyResource,
  filter: Filter,
  viewer: Viewer
): Promise<Option[]> {
  switch (filter.kind) {
    case 'choice':
      return filter.choices.map((value) => ({
        value,
        label: choiceLabel(resource, filter.name, value, viewer),
      }))
    case 'flag':
      return ['yes', 'no'].map((value) => ({ value, label: viewer.t(`admin.${value}`) }))
    case 'relation':
      return lookup(filter.to(), viewer, {})
    default:
      return []
  }
}

type Narrowed = {
  state: ListState
  filters: Awaited<ReturnType<typeof presentFilters>>
  viewer: Viewer
}

/** What narrows the list now; each chip leads to the list without it. */
function chipsOf(resource: AnyResource, { state, filters, viewer }: Narrowed) {
  const chip = (label: string, value: string, without: Partial<ListState>) => ({
    label,
    value,
    active: true,
    href: hrefs(resource)({ ...state, ...without, page: 1 }),
  })
  const search = viewer.t('admin.list.search')
  const chips = state.search ? [chip(search, state.search, { search: '' })] : []
  for (const { names, options } of filters) {
    for (const name of names) {
      const { [name]: value, ...others } = state.filters
      if (value === undefined) continue
      const label = options.find((option) => option.value === value)?.label ?? value
      chips.push(chip(labelOf(resource, name, viewer), label, { filters: others }))
    }
  }
  return chips
}
