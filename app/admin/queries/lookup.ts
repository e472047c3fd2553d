import { rowsKept } from '#core/platform'
import type { AnyResource, Option, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { readListState, type ListState } from '#app/admin/domain/list_state'
import { searchFor } from '#app/admin/queries/list_query'
import { resourceNamed } from '#app/admin/resource'
import { shownRecords, visibleTo } from '#app/admin/queries/records'

/** So many options fit a native select; beyond that one searches. */
export const MOST_OPTIONS = 200

/** A filter with more searches, as the menu above a list is small. */
export const MOST_IN_FILTER = 20

/** Beyond it a query fails on PostgreSQL. */
const LARGEST = 2_147_483_647

/** Ids may come from an address as they are typed. */
export const isId = (id: unknown) =>
  Number.isInteger(Number(id)) && Number(id) > 0 && Number(id) <= LARGEST

type Wanted = { search?: string; ids?: readonly number[]; most?: number }

/** Records to choose from, within the viewer's scope; with `ids` those alone. */
export async function lookup(
  resource: AnyResource,
  viewer: Viewer,
  wanted: Wanted
): Promise<Option[]> {
  const kept = await keptFor(resource, viewer, wanted)
  if (!kept) return readOptions(resource, viewer, wanted)
  const asked = [resource.id, viewer.user.id, viewer.locale, wanted.most].join(' ')
  const options = kept.get(asked) ?? readOptions(resource, viewer, wanted)
  kept.set(asked, options)
  return [...(await options)]
}

type Kept = Map<string, Promise<Option[]>>
const keptByRows = new WeakMap<object, Kept>()

/**
 * What there is to choose of few records that hardly change (`keepWhole`) stays the same for as
 * long as these are kept, for whoever sees all of them; null for everything else.
 */
async function keptFor({ model }: AnyResource, viewer: Viewer, { search, ids }: Wanted) {
  if (search || ids || viewer.locationIds !== null) return null
  const rows = await rowsKept(model)
  if (!rows) return null
  const kept: Kept = keptByRows.get(rows) ?? new Map()
  keptByRows.set(rows, kept)
  return kept
}

async function readOptions(
  resource: AnyResource,
  viewer: Viewer,
  { search = '', ids, most = MOST_OPTIONS }: Wanted
): Promise<Option[]> {
  if (ids?.length === 0) return []
  const query = visibleTo(viewer, resource)
  const { model, list } = resource
  if (ids) query.whereIn(columnOf(model, model.primaryKey), ids.filter(isId))
  else (await searchFor(resource, search))(query)
  const state = stateFor(list.defaultSort)
  query.orderBy(columnOf(model, state.sort), state.descending ? 'desc' : 'asc')
  const records = await shownRecords(query.limit(most + 1), resource.preload)
  return records.map((record) => ({
    value: String(record.$primaryKeyValue),
    label: resource.label(record, viewer),
  }))
}

const stateFor = (defaultSort: string): ListState =>
  readListState({}, { sorts: [], defaultSort, filters: [], tabs: [], columns: [] })

/** Labels of records by id, for the rows of a page: one statement, whatever their number. */
export async function labelsOf(
  resource: AnyResource,
  viewer: Viewer,
  ids: readonly number[]
): Promise<Map<number, string>> {
  const options = await lookup(resource, viewer, { ids: [...new Set(ids)] })
  return new Map(options.map(({ value, label }) => [Number(value), label]))
}

/** All records of a resource to choose from, for fields with a view of their own. */
export const lookupIn = (id: string, viewer: Viewer): Promise<Option[]> =>
  lookup(resourceNamed(id), viewer, {})
