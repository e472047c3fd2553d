import type { LucidRow } from '@adonisjs/lucid/types/model'
import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import type { ListState } from '#app/admin/domain/list_state'
import { MOST_CHOSEN, type Selection } from '#app/admin/domain/selection'
import { asked, inOrder, listQuery } from '#app/admin/queries/list_query'
import { visibleTo, type AnyRecord } from '#app/admin/queries/records'

/** Records are read so many at a time. */
export const CHUNK = 100

/**
 * Ids of the chosen records in the order of the list, in which they then have their turn; null
 * when they are too many. "All" is found again through scope, search and filters: the page says
 * what it shows, never what exists.
 */
export async function selectedIds(
  resource: AnyResource,
  selection: Selection,
  { state, viewer }: { state: ListState; viewer: Viewer }
): Promise<number[] | null> {
  if (!selection.all) return selection.ids
  const key = resource.model.primaryKey
  const query = listQuery(resource, await asked(resource, state, viewer))
  const found: Record<string, number>[] = await inOrder(query, resource, state)
    .clearSelect()
    .select(key)
    .limit(MOST_CHOSEN + 1)
    .pojo()
  return found.length > MOST_CHOSEN ? null : found.map((row) => Number(row[key]))
}

/** Ids of those of these records that the viewer may see. */
export async function visibleIds(
  resource: AnyResource,
  ids: readonly number[],
  viewer: Viewer
): Promise<Set<number>> {
  const key = columnOf(resource.model, resource.model.primaryKey)
  const visible = new Set<number>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const query = visibleTo(viewer, resource).whereIn(key, ids.slice(at, at + CHUNK))
    const found: { id: number }[] = await query.clearSelect().select(`${key} as id`).pojo()
    for (const { id } of found) visible.add(Number(id))
  }
  return visible
}

/** Those of these records that the viewer may see, by id. */
export async function recordsByIds(
  resource: AnyResource,
  ids: readonly number[],
  viewer: Viewer
): Promise<Map<number, AnyRecord>> {
  if (ids.length === 0) return new Map()
  const { model } = resource
  const query = visibleTo(viewer, resource)
  for (const relation of resource.preload) query.preload(relation as never)
  const found = await (query.whereIn(columnOf(model, model.primaryKey), [
    ...ids,
  ]) as Query<LucidRow>)
  return new Map(found.map((record) => [Number(record.$primaryKeyValue), record as AnyRecord]))
}
