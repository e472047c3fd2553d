import { contributions } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { guarded, type Line } from '#app/admin/presenters/found_line'
import { pagesToOpen, thingsToDo } from '#app/admin/presenters/found_places'
import { lineOf } from '#app/admin/presenters/found_records'
import { shownRecords, visibleTo } from '#app/admin/queries/records'

/** The lines that these targets stand for, as far as this person may still see them. */
export async function linesOf(targets: readonly string[], viewer: Viewer): Promise<Line[]> {
  if (targets.length === 0) return []
  const places = [...(await pagesToOpen(viewer)), ...(await thingsToDo(viewer))]
  const lines = [...places, ...(await recordsIn(targets, viewer))]
  return targets.flatMap((wanted) => lines.find(({ target }) => target === wanted) ?? [])
}

async function recordsIn(targets: readonly string[], viewer: Viewer): Promise<Line[]> {
  const kinds = (await contributions('admin'))
    .flatMap(({ value }) => value.resources ?? [])
    .filter(({ palette, permission }) => palette && viewer.can(permission.view))
  const found = await Promise.all(
    kinds.map((kind) => guarded(kind.id, [], () => recordsOf(kind, targets, viewer)))
  )
  return found.flat()
}

async function recordsOf(
  resource: AnyResource,
  targets: readonly string[],
  viewer: Viewer
): Promise<Line[]> {
  const ids = targets.flatMap((target) => {
    const [kind, id] = target.split(':')
    return kind === resource.id && /^\d{1,9}$/.test(id) ? [Number(id)] : []
  })
  if (ids.length === 0) return []
  const { model, palette } = resource
  const query = visibleTo(viewer, resource).whereIn(columnOf(model, model.primaryKey), ids)
  const records = await shownRecords(query, palette?.preload ?? [])
  return records.map((record) => lineOf(resource, record, viewer))
}
