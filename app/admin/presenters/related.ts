import { urlFor } from '#core/platform'
import type { AnyResource, Query, RelatedList, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { alignOf, cellOf, labelsFor } from '#app/admin/presenters/cells'
import { AT_HAND } from '#app/admin/queries/find_records'
import { shownRecords, visibleTo } from '#app/admin/queries/records'
import { labelOf, titleOf } from '#app/admin/words'

/** Rows on the page of the record they belong to; their own list has them all. */
const ROWS = 5

/**
 * The lists of what belongs to a record, each within the scope of its resource. A person without
 * the permission of a resource does not learn that there is such a list.
 */
export async function presentRelated(lists: readonly RelatedList[], id: number, viewer: Viewer) {
  const shown = []
  for (const list of lists) {
    if (viewer.can(list.to().permission.view)) shown.push(await presentOne(list, id, viewer))
  }
  return shown
}

/** How many records each of these lists has, as far as this person may see them. */
export async function countRelated(lists: readonly RelatedList[], id: number, viewer: Viewer) {
  const counts = []
  for (const { to, by } of lists) {
    const resource = to()
    if (!viewer.can(resource.permission.view)) continue
    const query = visibleTo(viewer, resource).where(columnOf(resource.model, by), id)
    const [{ $extras }] = await (query.clearSelect().count('* as total') as Query)
    counts.push({ title: titleOf(resource, viewer), count: Number($extras.total) })
  }
  return counts
}

async function presentOne(list: RelatedList, id: number, viewer: Viewer) {
  const resource = list.to()
  const found = await rowsOf(resource, list, { id, viewer })
  const rows = found.slice(0, ROWS)
  const columns = resource.list.columns.filter(({ name }) => !list.without?.includes(name))
  const labels = await labelsFor(resource, columns, { rows, viewer })
  return {
    id: list.id,
    title: titleOf(resource, viewer),
    columns: columns.map((column) => ({
      label: labelOf(resource, column.name, viewer),
      align: alignOf(resource, column),
      strong: column.strong,
    })),
    rows: rows.map((record) => ({
      id: String(record.$primaryKeyValue),
      href: urlFor(`${resource.id}.show`, { id: Number(record.$primaryKeyValue) }),
      cells: columns.map((column) =>
        cellOf(resource, column, { record, viewer, labels, short: true })
      ),
    })),
    all: found.length > ROWS ? allOf(resource, list.by, id) : null,
  }
}

type Asked = { id: number; viewer: Viewer }

function rowsOf(resource: AnyResource, { by, sort, near }: RelatedList, { id, viewer }: Asked) {
  const { model } = resource
  const order = sort ?? resource.list.defaultSort
  const direction = order.startsWith('-') ? 'desc' : 'asc'
  const query = visibleTo(viewer, resource).where(columnOf(model, by), id)
  if (near) nearestFirst(query, columnOf(model, near), viewer.now - AT_HAND)
  void query.orderBy(columnOf(model, order.replace(/^-/, '')), direction)
  void query.orderBy(columnOf(model, model.primaryKey), direction)
  return shownRecords(query.limit(ROWS + 1), resource.preload)
}

function nearestFirst(query: Query, at: string, since: number): void {
  void query.orderByRaw(`case when ${at} >= ? then 0 else 1 end`, [since])
  void query.orderByRaw(`abs(${at} - ?)`, [since])
}

/** Their list, narrowed to this record, where it has such a filter. */
function allOf({ id: name, list }: AnyResource, by: string, id: number): string | null {
  const filtered = list.filters.some((filter) => filter.name === by)
  const tab = list.tabs.at(-1)?.name
  return filtered ? urlFor(`${name}.index`, {}, { tab, [by]: id }) : null
}
