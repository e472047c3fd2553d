import { DateTime } from 'luxon'
import { fold } from '#core/customers'
import { dialect } from '#core/platform'
import type { AnyResource, Filter, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { isRange, type ListState } from '#app/admin/domain/list_state'
import { likePattern, searchPatterns, searchWords } from '#app/admin/domain/search_terms'
import { visibleTo } from '#app/admin/queries/records'

/** What is asked of a list; the search is made ready once for all its statements. */
export type Asked = { state: ListState; viewer: Viewer; search: Narrow }
type Narrow = (query: Query) => void

export const asked = async (
  resource: AnyResource,
  state: ListState,
  viewer: Viewer
): Promise<Asked> => ({ state, viewer, search: await searchFor(resource, state.search) })

/** The rows that a list shows on all its pages together, in no order. */
export function listQuery(resource: AnyResource, ask: Asked): Query {
  const query = narrowedQuery(resource, ask)
  keepTab(query, resource, ask)
  return query
}

/** The same of all its tabs together. */
export function narrowedQuery(resource: AnyResource, { state, viewer, search }: Asked): Query {
  const query = visibleTo(viewer, resource)
  search(query)
  for (const filter of resource.list.filters)
    applyFilter(query, resource, { filter, state, viewer })
  return query
}

/** Leaves of these rows what belongs to the tab. */
export function keepTab(query: Query, { list }: AnyResource, { state, viewer }: Asked): void {
  list.tabs.find(({ name }) => name === state.tab)?.keep(query, viewer)
}

/** The attributes that a list is in the order of; the last one says where equal rows stand. */
export function orderedBy({ model, list }: AnyResource, { sort }: ListState): string[] {
  const column = list.columns.find((one) => (one.sort === true ? one.name : one.sort) === sort)
  return [...new Set([sort, column?.thenBy ?? sort, model.primaryKey])]
}

/** Which way an attribute of them is ordered, as the database reads it. */
export function directionOf({ list }: AnyResource, name: string, { descending }: ListState) {
  const isEmptyLast = list.columns.some(({ sort, emptyLast }) => emptyLast && sort === name)
  return `${descending ? 'desc' : 'asc'}${isEmptyLast ? ' nulls last' : ''}`
}

/** In the order of the list; rows that are equal in it keep theirs on every page. */
export function inOrder(query: Query, resource: AnyResource, state: ListState): Query {
  for (const name of orderedBy(resource, state)) {
    query.orderByRaw(`${columnOf(resource.model, name)} ${directionOf(resource, name, state)}`)
  }
  return query
}

/** What keeps the rows in which every word of the search is found somewhere. */
export async function searchFor(resource: AnyResource, search: string): Promise<Narrow> {
  const { search: attributes, matches } = resource.list
  if (attributes.length === 0 && !matches) return () => {}
  const words = await Promise.all(searchWords(search).map((word) => wordFor(resource, word)))
  return (query) => {
    for (const somewhere of words) query.where((any) => somewhere(any))
  }
}

async function wordFor(resource: AnyResource, word: string): Promise<Narrow> {
  const { search, shapes, matches } = resource.list
  // As typed, and without accents for columns that fold them.
  const patterns = [...new Set([word, fold(word)].map(likePattern))]
  const places: Narrow[] = search
    .filter((attribute) => shapes?.[attribute]?.test(word) ?? true)
    .flatMap((attribute) =>
      patterns.map((pattern) => (any: Query) => anyLike(any, resource, { attribute, pattern }))
    )
  if (matches) places.push(await matches(word))
  return (any) => {
    if (places.length === 0) any.whereRaw('1 = 0')
    for (const place of places) place(any)
  }
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
  const { name, kind } = filter
  if (isRange(kind)) return applyRange(query, resource, { filter, state, viewer })
  const value = state.filters[name]
  if (value === undefined) return
  if (filter.keep) return filter.keep(query, value)
  const column = columnOf(resource.model, name)
  if (kind === 'flag') query.where(column, value === 'yes')
  else if (kind === 'relation') query.where(column, Number(value))
  else if (kind === 'choice') query.whereIn(column, value.split(','))
  else anyLike(query, resource, { attribute: name, pattern: searchPatterns(value).join('') })
}

/** `days` are local days in the column, `dates` instants: from the first day on, to the last's end. */
function applyRange(query: Query, resource: AnyResource, { filter, state, viewer }: Applied): void {
  const column = columnOf(resource.model, filter.name)
  const from = state.filters[`${filter.name}_from`]
  const to = state.filters[`${filter.name}_to`]
  const startOf = (day: string, plus = 0) => startOfDay(day, plus, viewer.zone)
  const bound = { days: String, dates: startOf, numbers: Number }[filter.kind as 'days']
  if (from) query.where(column, '>=', bound(from))
  if (to && filter.kind === 'dates') query.where(column, '<', startOf(to, 1))
  else if (to) query.where(column, '<=', bound(to))
}

const MOST_STARTS = 1000
const starts = new Map<string, number>()

/** Every statement of a list asks for the same ones, and each would cost some 200 µs. */
function startOfDay(day: string, plus: number, zone: string): number {
  const key = `${day} ${plus} ${zone}`
  const known = starts.get(key)
  if (known !== undefined) return known
  if (starts.size >= MOST_STARTS) starts.clear()
  const start = DateTime.fromISO(day, { zone }).plus({ days: plus }).startOf('day').toMillis()
  starts.set(key, start)
  return start
}
