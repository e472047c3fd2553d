import { allContributions } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'

/** A list of the panel by its id; one that this person may not see is a 404. */
export function listNamed(id: string, viewer: Viewer): AnyResource {
  const all = allContributions('admin').flatMap(({ value }) => value.resources ?? [])
  const found = all.find((resource) => resource.id === id && resource.single === null)
  if (!found || !viewer.can(found.permission.view)) throw new E_NO_SUCH_RECORD()
  return found
}
