import type { AnyResource, Query, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { searched } from '#app/admin/queries/list_query'
import { visibleTo, type AnyRecord } from '#app/admin/queries/records'

/** So many of each kind are shown; their own list has the others. */
export const FOUND = 5

/** Records of one kind that hold the words, within the viewer's scope; one more tells of others. */
export async function findRecords(
  resource: AnyResource,
  search: string,
  viewer: Viewer
): Promise<AnyRecord[]> {
  const query = visibleTo(viewer, resource)
  for (const relation of resource.palette?.preload ?? []) query.preload(relation as never)
  searched(query, resource, search)
  const { model, list } = resource
  const order = columnOf(model, list.defaultSort.replace(/^-/, ''))
  void query.orderBy(order, list.defaultSort.startsWith('-') ? 'desc' : 'asc')
  return (await (query.limit(FOUND + 1) as Query)) as AnyRecord[]
}
