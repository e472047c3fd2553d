import type { AnyResource, Viewer } from '#app/admin/definition'
import { ListView } from '#app/admin/models/list_view'
import { listNamed } from '#app/admin/queries/lists'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'

export type SeenView = { view: ListView; resource: AnyResource; mayChange: boolean }

/** A view that this person has or that is shared with them; any other is a 404. */
export async function viewSeen(id: unknown, viewer: Viewer): Promise<SeenView> {
  const view = await ListView.findBy('publicId', typeof id === 'string' ? id.slice(0, 22) : '')
  const isOwn = view?.userId === viewer.user.id
  if (!view || !(isOwn || view.shared)) throw new E_NO_SUCH_RECORD()
  const mayChange = isOwn || viewer.can('admin.share_views')
  return { view, resource: listNamed(view.list, viewer), mayChange }
}

/** The same, of one that they may change. */
export async function viewToChange(id: unknown, viewer: Viewer): Promise<SeenView> {
  const seen = await viewSeen(id, viewer)
  if (!seen.mayChange) throw new E_NO_SUCH_RECORD()
  return seen
}
