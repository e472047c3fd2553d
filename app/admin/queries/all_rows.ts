import type { LucidRow } from '@adonisjs/lucid/types/model'
import { dialect } from '#core/platform'
import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import type { ListState } from '#app/admin/domain/list_state'
import { asked, inOrder, listQuery } from '#app/admin/queries/list_query'
import { shownRecords, type AnyRecord } from '#app/admin/queries/records'

/** So few at a time that nobody else waits for long. */
const CHUNK = 200

/**
 * All rows of a list in its order, some at a time. Each statement begins behind the last row of
 * the one before, so rows that come or go meanwhile shift nothing, and no transaction stays open.
 */
export async function* allRows(
  resource: AnyResource,
  state: ListState,
  viewer: Viewer
): AsyncGenerator<LucidRow[]> {
  const { client } = resource.model.query()
  const ask = await asked(resource, state, viewer)
  // Rows without a value come last in PostgreSQL and first in SQLite, as they do in the list.
  const emptyLast = (dialect(client) === 'postgres') !== state.descending
  for (const isEmpty of emptyLast ? [false, true] : [true, false]) {
    for (let last: AnyRecord | null = null; ;) {
      const query = inOrder(listQuery(resource, ask), resource, state)
      behind(query, resource, { state, last, isEmpty })
      const rows = await shownRecords(query.limit(CHUNK), resource.preload)
      if (rows.length > 0) yield rows
      if (rows.length < CHUNK) break
      last = rows[rows.length - 1]
    }
  }
}

type Place = { state: ListState; last: AnyRecord | null; isEmpty: boolean }

function behind(query: Query, { model }: AnyResource, { state, last, isEmpty }: Place): void {
  const [column, id] = [columnOf(model, state.sort), columnOf(model, model.primaryKey)]
  const further = state.descending ? '<' : '>'
  if (isEmpty) query.whereNull(column)
  else query.whereNotNull(column)
  if (last === null) return
  const key = last.$primaryKeyValue!
  if (isEmpty || column === id) return void query.where(id, further, key)
  const value = last[state.sort]
  // The first condition says nothing new, but with it an index leads to the place.
  query.where(column, `${further}=`, value)
  query.where((any) => any.where(column, further, value).orWhere(id, further, key))
}
