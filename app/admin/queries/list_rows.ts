import type { LucidRow } from '@adonisjs/lucid/types/model'
import { rows as rowsOf } from '#core/platform'
import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { PAGE_SIZE, type ListState } from '#app/admin/domain/list_state'
import { asked, inOrder, listQuery, type Asked } from '#app/admin/queries/list_query'
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

/** One page of a list: one statement, one that counts, and one a relation. */
export async function listRows(
  resource: AnyResource,
  state: ListState,
  viewer: Viewer
): Promise<ListRows> {
  const skipped = (state.page - 1) * PAGE_SIZE
  const ask = await asked(resource, state, viewer)
  const query = inOrder(listQuery(resource, ask), resource, state)
  const found = await shownRecords(query.offset(skipped).limit(PAGE_SIZE + 1), resource.preload)
  const rows = found.slice(0, PAGE_SIZE)
  const hasNext = found.length > PAGE_SIZE
  const isWhole = !hasNext && (state.page === 1 || rows.length > 0)
  const known = isWhole ? { [state.tab]: skipped + rows.length } : {}
  const tabs = { ...known, ...(await counted(resource, ask, known)) }
  return { rows, total: tabs[state.tab], tabs, hasNext }
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
