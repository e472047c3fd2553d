import { setImmediate } from 'node:timers/promises'
import type { LucidModel, LucidRow } from '@adonisjs/lucid/types/model'
import { dialect } from '#core/platform'
import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import type { ListState } from '#app/admin/domain/list_state'
import { asked, inOrder, listQuery, orderedBy } from '#app/admin/queries/list_query'
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
      // SQLite answers at once, and where nothing else waits for it, nobody else has their turn.
      await setImmediate()
      if (rows.length < CHUNK) break
      last = rows[rows.length - 1]
    }
  }
}

type Place = { state: ListState; last: AnyRecord | null; isEmpty: boolean }

function behind(query: Query, resource: AnyResource, { state, last, isEmpty }: Place): void {
  const { model } = resource
  const [first, ...ties] = orderedBy(resource, state)
  const column = columnOf(model, first)
  const further = state.descending ? '<' : '>'
  if (isEmpty) query.whereNull(column)
  else query.whereNotNull(column)
  if (last === null) return
  if (isEmpty)
    return void query.where((any) => behindEqual(any as Query, model, { ties, last, further }))
  // The first condition says nothing new, but with it an index leads to the place.
  query.where(column, `${further}=`, last[first])
  query.where((any) => {
    any.where(column, further, last[first])
    behindEqual(any as Query, model, { ties, last, further })
  })
}

type Equal = { ties: readonly string[]; last: AnyRecord; further: '<' | '>' }

/** Or further in the first of these attributes, or equal in it and further in the next one. */
function behindEqual(any: Query, model: LucidModel, { ties, last, further }: Equal): void {
  ties.forEach((name, nth) =>
    any.orWhere((all) => {
      for (const equal of ties.slice(0, nth)) all.where(columnOf(model, equal), last[equal])
      all.where(columnOf(model, name), further, last[name])
    })
  )
}
