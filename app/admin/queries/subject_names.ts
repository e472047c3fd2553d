import { contributions, hasReadHooks, readAtOnce } from '#core/platform'
import type { AnyResource, Subject, Viewer } from '#app/admin/definition'
import { columnOf } from '#app/admin/attributes'
import { isId } from '#app/admin/queries/lookup'
import { visibleTo } from '#app/admin/queries/records'

export const subjectKey = ({ object, id }: Subject): string => `${object} ${id}`

/**
 * Names of records by their kinds in the trail, as far as this person may see them: one statement
 * for all of them and one for each kind of what their names are made of.
 */
export async function subjectNames(
  subjects: readonly Subject[],
  viewer: Viewer
): Promise<Map<string, string>> {
  const asked = (await namedResources(viewer)).flatMap((resource) => {
    const kinds = [resource.object, ...resource.alsoKnownAs]
    const own = subjects.filter(({ object, id }) => kinds.includes(object) && isId(id))
    return own.length > 0 ? [{ resource, own, ...recordsOf(resource, own, viewer) }] : []
  })
  const found = await readAtOnce(asked)
  const names = asked.flatMap(({ resource, own }, nth) => {
    const byId = new Map(found[nth].map((record) => [Number(record.$primaryKeyValue), record]))
    return own.flatMap((subject) => {
      const record = byId.get(subject.id)
      return record ? [[subjectKey(subject), resource.label(record, viewer)] as const] : []
    })
  })
  return new Map(names)
}

/** Where a name takes more than a row and its relations, the number has to do. */
async function namedResources(viewer: Viewer): Promise<AnyResource[]> {
  const all = (await contributions('admin')).flatMap(({ value }) => value.resources ?? [])
  return all.filter(({ model, permission }) => viewer.can(permission.view) && !hasReadHooks(model))
}

function recordsOf(resource: AnyResource, own: readonly Subject[], viewer: Viewer) {
  const { model, palette, preload } = resource
  const ids = [...new Set(own.map(({ id }) => id))]
  const query = visibleTo(viewer, resource).whereIn(columnOf(model, model.primaryKey), ids)
  const relations = palette ? (palette.preload ?? []) : preload
  return { query, relations: relations.filter((name) => belongsTo(resource, name)) }
}

/** What a record has many of says how it is, not what it is called. */
const belongsTo = ({ model }: AnyResource, name: string) =>
  model.$getRelation(name)?.type === 'belongsTo'
