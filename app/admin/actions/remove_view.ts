import { audit } from '#core/audit'
import { transaction } from '#core/platform'
import { onceOnly } from '#core/web'
import type { Viewer } from '#app/admin/definition'
import { viewToRemove } from '#app/admin/queries/list_views'

type Removed = { ok: true; list: string }

/** For all who see it; lists that opened with it open as usual again. Sent twice, it is done once. */
export function removeView(id: string, viewer: Viewer, formKey = ''): Promise<Removed> {
  return transaction((trx) =>
    onceOnly(trx, `admin.list_view_removed:${id}:${viewer.user.id}`, formKey, async () => {
      const view = await viewToRemove(id, viewer, trx)
      await view.useTransaction(trx).delete()
      const { id: objectId, list } = view
      const { actor } = viewer
      const removed = { action: 'admin.list_view_removed', object: 'admin.list_view', objectId }
      await audit(trx, { actor, ...removed })
      return { ok: true, list } as const
    })
  )
}
