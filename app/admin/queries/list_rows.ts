import { DateTime } from 'luxon'
import type { LucidRow } from '@adonisjs/lucid/types/model'
import { dialect } from '#core/platform'
import type { AnyResource, Filter, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { PAGE_SIZE, type ListState } from '#app/admin/domain/list_state'
import { searchPatterns } from '#app/admin/domain/search_terms'
import { recordsOf } from '#app/admin/queries/records'

/** Counting on is not worth the time: "more than 1,000" says it as well. */
export const COUNTED = 1000

export type ListRows = {
  rows: LucidRow[]
  /** Null: more than COUNTED. */
  total: number | null
  hasNext: boolean
}

/** One page of a list: one statement, two when there is more than a page, and one a relation. */
export async function listRows(
  resource: AnyResource,
  state: ListState,
  viewer: Viewer
): Promise<ListRows> {
  const query = narrowed(resource, state, viewer)
  const skipped = (state.page - 1) * PAGE_SIZE
  const found = await ordered(query.clone() as Query, resource, state)
    .offset(skipped)
    .limit(PAGE_SIZE + 1)
  const rows = found.slice(0, PAGE_SIZE)
  const hasNext = found.length > PAGE_SIZE
  const isWhole = !hasNext && (state.page === 1 || rows.length > 0)
  const total = isWhole ? skipped + rows.length : await counted(query)
  return { rows, total, hasNext }
}

export function narrowed(resource: AnyResource, state: ListState, viewer: Viewer): Query {
  const query = recordsOf(resource, viewer)
  resource.list.tabs.find(({ name }) => name === state.tab)?.keep(query, viewer)
  searched(query, resource, state.search)
  for (const filter of resource.list.filters)
    applyFilter(query, resource, { filter, state, viewer })
  return query
}

/** Keeps rows in which every word of the search is found somewhere. */
export function searched(query: Query, resource: AnyResource, search: string): void {
  if (resource.list.search.length === 0) return
  for (const pattern of searchPatterns(search)) contain(query, resource, pattern)
}

function contain(query: Query, resource: AnyResource, pattern: string): void {
  query.where((any) => {
    for (const attribute of resource.list.search) anyLike(any, resource, { attribute, pattern })
  })
}

type Like = { attribute: string; pattern: string }

/** PostgreSQL lowers every letter, SQLite those of ASCII; columns that fold accents are better. */
function anyLike(query: Query, { model }: AnyResource, { attribute, pattern }: Like): void {
  const column = columnOf(model, attribute)
  const text = dialect(query.client) === 'postgres' ? `cast(${column} as text)` : column
  query.orWhereRaw(`lower(${text}) like ? escape '\\'`, [pattern])
}

type Applied = { filter: Filter; state: ListState; viewer: Viewer }

function applyFilter(
  query: Query,
  resource: AnyResource,
  { filter, state, viewer }: Applied
): void {
  const { name } = filter
  const value = state.filters[name]
  if (filter.kind === 'days' || filter.kind === 'dates') {
    return applyRange(query, resource, { filter, state, viewer })
  }
  if (value === undefined) return
  const column = columnOf(resource.model, name)
  if (filter.kind === 'flag') query.where(column, value === 'yes')
  else if (filter.kind === 'relation') query.where(column, Number(value))
  else if (filter.kind === 'choice') query.where(column, value)
  else anyLike(query, resource, { attribute: name, pattern: searchPatterns(value).join('') })
}

/** `days` are local days in the column, `dates` instants: from the first day on, to the last's end. */
function applyRange(query: Query, resource: AnyResource, { filter, state, viewer }: Applied): void {
  const column = columnOf(resource.model, filter.name)
  const from = state.filters[`${filter.name}_from`]
  const to = state.filters[`${filter.name}_to`]
  const isDay = filter.kind === 'days'
  const startOf = (day: string, plus = 0) =>
    DateTime.fromISO(day, { zone: viewer.zone }).plus({ days: plus }).startOf('day').toMillis()
  if (from) query.where(column, '>=', isDay ? from : startOf(from))
  if (to && isDay) query.where(column, '<=', to)
  else if (to) query.where(column, '<', startOf(to, 1))
}

function ordered(query: Query, { model }: AnyResource, { sort, descending }: ListState): Query {
  const direction = descending ? 'desc' : 'asc'
  query.orderBy(columnOf(model, sort), direction)
  if (sort !== model.primaryKey) query.orderBy(columnOf(model, model.primaryKey), direction)
  return query
}

async function counted(query: Query): Promise<number | null> {
  const ids = await query
    .clone()
    .clearSelect()
    .select(query.model.primaryKey)
    .limit(COUNTED + 1)
    .pojo()
  return ids.length > COUNTED ? null : ids.length
}
