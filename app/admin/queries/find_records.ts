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
  const some = (inOrder: (query: Query) => void, limit: number) => {
    const query = visibleTo(viewer, resource)
    narrow(query)
    inOrder(query)
    return shownRecords(query.limit(limit), palette?.preload ?? [])
  }
  if (palette?.near) {
    const at = columnOf(model, palette.near)
    const since = viewer.now - AT_HAND
    const next = await some((query) => query.where(at, '>=', since).orderBy(at), most)
    if (next.length === most) return next
    const last = (query: Query) => query.where(at, '<', since).orderBy(at, 'desc')
    return [...next, ...(await some(last, most - next.length))]
  }
  const order = columnOf(model, list.defaultSort.replace(/^-/, ''))
  return some(
    (query) => query.orderBy(order, list.defaultSort.startsWith('-') ? 'desc' : 'asc'),
    most
  )
}
