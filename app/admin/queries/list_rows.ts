import type { LucidRow } from '@adonisjs/lucid/types/model'
import { readRecordsById, rows as rowsOf } from '#core/platform'
import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { isNarrowed, PAGE_SIZE, type ListState } from '#app/admin/domain/list_state'
import {
  asked,
  directionOf,
  inOrder,
  keepTab,
  listQuery,
  narrowedQuery,
  orderedBy,
  type Asked,
} from '#app/admin/queries/list_query'
import { shownRecords } from '#app/admin/queries/records'

/** Counting on is not worth the time: "more than 1,000" says it as well. */
export const COUNTED = 1000

export type ListRows = {
  rows: LucidRow[]
  /** Null: more than COUNTED. */
  total: number | null
  /** The same of each tab, as it is searched and filtered now. */
  tabs: Record<string, number | null>
  hasNext: boolean
}

/** One page of a list, how many there are in each tab, and what belongs to its rows. */
export async function listRows(
  resource: AnyResource,
  state: ListState,
  viewer: Viewer
): Promise<ListRows> {
  const ask = await asked(resource, state, viewer)
  return (isNarrowed(state) ? await fewRows(resource, ask) : null) ?? manyRows(resource, ask)
}

type Narrowed = Record<string, unknown>

/**
 * What a search and filters leave, looked through once: which ids there are in the order of the
 * list, and in which tabs each of them stands. Null when that is more than COUNTED.
 */
async function fewRows(resource: AnyResource, ask: Asked): Promise<ListRows | null> {
  const { model, list, preload } = resource
  const { state } = ask
  const { client } = model.query()
  const { sql, bindings } = narrowedQuery(resource, ask)
    .clearSelect()
    .select(orderedBy(resource, state).map((name) => columnOf(model, name)))
    .select(list.tabs.map(({ name }, nth) => standsIn(resource, ask, name).as(`tab_${nth}`)))
    .limit(COUNTED + 1)
    .toSQL()
  const left = await rowsOf<Narrowed>(client, inTheirOrder(sql, resource, state), bindings)
  if (left.length > COUNTED) return null
  const tabs = tabsOf(resource, left)
  const inTab = tabs[state.tab]
  const page = inTab.slice(skipped(state), skipped(state) + PAGE_SIZE)
  const rows = await readRecordsById(model, page, preload)
  const counts = Object.entries(tabs).map(([name, ids]) => [name, ids.length])
  const hasNext = inTab.length > skipped(state) + PAGE_SIZE
  return { rows, total: inTab.length, tabs: Object.fromEntries(counts), hasNext }
}

/**
 * Ordered once they are found: else the database goes through the whole table in that order. Only
 * their ids and tabs are read.
 */
function inTheirOrder(narrowed: string, resource: AnyResource, state: ListState): string {
  const { model, list } = resource
  const column = (name: string) => `"${model.$getColumn(name)!.columnName}"`
  const read = [column(model.primaryKey), ...list.tabs.map((_, nth) => `tab_${nth}`)]
  const order = orderedBy(resource, state).map(
    (name) => `${column(name)} ${directionOf(resource, name, state)}`
  )
  const found = `select ${read.join(', ')} from narrowed order by ${order.join(', ')}`
  return `with narrowed as materialized (${narrowed}) ${found}`
}

/** Asked of each row: one, where it belongs to the tab. */
function standsIn(resource: AnyResource, ask: Asked, tab: string): Query {
  const query = resource.model.query() as Query
  // Of no table: its columns are those of the row.
  query.from('').select(query.client.raw('1'))
  keepTab(query, resource, { ...ask, state: { ...ask.state, tab } })
  return query
}

/** The ids in each tab; a list without tabs is one. */
function tabsOf({ list, model }: AnyResource, left: Narrowed[]): Record<string, number[]> {
  const { columnName } = model.$getColumn(model.primaryKey)!
  const ids = (rows: Narrowed[]) => rows.map((row) => Number(row[columnName]))
  if (list.tabs.length === 0) return { '': ids(left) }
  return Object.fromEntries(
    list.tabs.map(({ name }, nth) => [name, ids(left.filter((row) => row[`tab_${nth}`] !== null))])
  )
}

async function manyRows(resource: AnyResource, ask: Asked): Promise<ListRows> {
  const { state } = ask
  const query = inOrder(listQuery(resource, ask), resource, state)
  const { rows, hasNext } = await pageOf(query, resource.preload, state)
  const isWhole = !hasNext && (state.page === 1 || rows.length > 0)
  const known = isWhole ? { [state.tab]: skipped(state) + rows.length } : {}
  const tabs = { ...known, ...(await counted(resource, ask, known)) }
  return { rows, total: tabs[state.tab], tabs, hasNext }
}

const skipped = ({ page }: ListState) => (page - 1) * PAGE_SIZE

async function pageOf(query: Query, preload: readonly string[], state: ListState) {
  const found = await shownRecords(query.offset(skipped(state)).limit(PAGE_SIZE + 1), preload)
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

/** How many rows each tab has, or the list where it has none: one statement for all of them. */
async function counted(resource: AnyResource, ask: Asked, known: Record<string, number>) {
  const all = resource.list.tabs.length > 0 ? resource.list.tabs.map(({ name }) => name) : ['']
  const names = all.filter((name) => !Object.hasOwn(known, name))
  if (names.length === 0) return {}
  const parts = names.map((tab) =>
    countedPart(resource, listQuery(resource, { ...ask, state: { ...ask.state, tab } }))
  )
  const columns = parts.map(({ sql }, index) => `(${sql}) as tab_${index}`)
  const bindings = parts.flatMap((part) => part.bindings)
  const client = resource.model.query().client
  const [found] = await rowsOf<Record<string, number>>(
    client,
    `select ${columns.join(', ')}`,
    bindings
  )
  return Object.fromEntries(
    names.map((name, index) => {
      const count = Number(found[`tab_${index}`])
      return [name, count > COUNTED ? null : count]
    })
  )
}

function countedPart({ model }: AnyResource, query: Query) {
  const { sql, bindings } = query
    .clearSelect()
    .select(columnOf(model, model.primaryKey))
    .limit(COUNTED + 1)
    .toSQL()
  return { sql: `select count(*) from (${sql}) as kept`, bindings }
}
