import type { Trx } from '#core/platform'
import type { AnyResource, Viewer } from '#app/admin/definition'
import { ListView } from '#app/admin/models/list_view'
import { keptOfList, type OwnList } from '#app/admin/queries/kept_of_list'
import { listNamed } from '#app/admin/queries/lists'
import { E_NO_SUCH_RECORD } from '#app/admin/queries/records'

type FoundView = { view: ListView; resource: AnyResource; mayChange: boolean }

export type SeenView = FoundView & OwnList

/** A view that this person has or that is shared with them; any other is a 404. */
export async function viewSeen(id: unknown, viewer: Viewer): Promise<SeenView> {
  const found = await findView(id, viewer)
  return { ...found, kept: await keptOfList(found.resource.id, viewer) }
}

/** The same, of one that they may change. */
export async function viewToChange(id: unknown, viewer: Viewer): Promise<SeenView> {
  const seen = await viewSeen(id, viewer)
  if (!seen.mayChange) throw new E_NO_SUCH_RECORD()
  return seen
}

/** The same, in the transaction that removes it. */
export async function viewToRemove(id: unknown, viewer: Viewer, trx: Trx): Promise<ListView> {
  const { view, mayChange } = await findView(id, viewer, trx)
  if (!mayChange) throw new E_NO_SUCH_RECORD()
  return view
}

async function findView(id: unknown, viewer: Viewer, client?: Trx): Promise<FoundView> {
  const publicId = typeof id === 'string' ? id.slice(0, 22) : ''
  const view = await ListView.findBy({ publicId }, { client })
  const isOwn = view?.userId === viewer.user.id
  if (!view || !(isOwn || view.shared)) throw new E_NO_SUCH_RECORD()
  const mayChange = isOwn || viewer.can('admin.share_views')
  return { view, resource: listNamed(view.list, viewer), mayChange }
}
