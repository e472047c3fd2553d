import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { searchFor } from '#app/admin/queries/list_query'
import { shownRecords, visibleTo, type AnyRecord } from '#app/admin/queries/records'

/** So many of each kind are shown; their own list has the others. */
export const FOUND = 5

/** What began so lately is still at hand: who is late, or just being served. */
export const AT_HAND = 12 * 3_600_000

type Wanted = { viewer: Viewer; most?: number }

/** Records of one kind that hold the words, within the viewer's scope; one more tells of others. */
export async function findRecords(
  resource: AnyResource,
  search: string,
  { viewer, most = FOUND + 1 }: Wanted
): Promise<AnyRecord[]> {
  const { model, list, palette } = resource
  const narrow = await searchFor(resource, search)
  const some = (inOrder: (query: Query) => void) => {
    const query = visibleTo(viewer, resource)
    narrow(query)
    inOrder(query)
    return query.limit(most)
  }
  const shown = (query: Query) => shownRecords(query, palette?.preload ?? [])
  if (palette?.near) {
    const at = columnOf(model, palette.near)
    const id = `${model.table}.id`
    const since = viewer.now - AT_HAND
    const next = some((query) => query.where(at, '>=', since).orderBy(at))
      .clearSelect()
      .select(id)
    const last = some((query) => query.where(at, '<', since).orderBy(at, 'desc'))
      .clearSelect()
      .select(id)
    // One statement for both; each is read in the order of its index.
    const both = visibleTo(viewer, resource).where(
      (any) => void any.whereIn(id, next).orWhereIn(id, last)
    )
    return nearest(await shown(both), palette.near, since).slice(0, most)
  }
  const order = columnOf(model, list.defaultSort.replace(/^-/, ''))
  const direction = list.defaultSort.startsWith('-') ? 'desc' : 'asc'
  return shown(some((query) => query.orderBy(order, direction)))
}

/** What is to come, the next first; then what is over, the last first. */
function nearest(found: readonly AnyRecord[], column: string, since: number): AnyRecord[] {
  const timeOf = (record: AnyRecord) => Number(record[column])
  const inTime = found.toSorted((one, other) => timeOf(one) - timeOf(other))
  const isNext = (record: AnyRecord) => timeOf(record) >= since
  return [...inTime.filter(isNext), ...inTime.filter((record) => !isNext(record)).toReversed()]
}
