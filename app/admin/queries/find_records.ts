import type { AnyResource, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { searchFor } from '#app/admin/queries/list_query'
import { shownRecords, visibleTo, type AnyRecord } from '#app/admin/queries/records'

/** So many of each kind are shown; their own list has the others. */
export const FOUND = 5

type Wanted = { viewer: Viewer; most?: number }

/** Records of one kind that hold the words, within the viewer's scope; one more tells of others. */
export async function findRecords(
  resource: AnyResource,
  search: string,
  { viewer, most = FOUND + 1 }: Wanted
): Promise<AnyRecord[]> {
  const query = visibleTo(viewer, resource)
  const narrow = await searchFor(resource, search)
  narrow(query)
  const { model, list, palette } = resource
  palette?.order?.(query, viewer)
  const order = columnOf(model, list.defaultSort.replace(/^-/, ''))
  void query.orderBy(order, list.defaultSort.startsWith('-') ? 'desc' : 'asc')
  return shownRecords(query.limit(most), palette?.preload ?? [])
}
