import { clock, rows, transaction } from '#core/platform'
import { lockViews } from '#app/admin/actions/save_view'
import { viewKey } from '#app/admin/domain/view_names'
import type { ListView } from '#app/admin/models/list_view'

type Change = { name: string; shared: boolean; address: Record<string, string>; version: number }

export type Changed = { ok: true } | { ok: false; reason: 'name_taken' | 'changed_meanwhile' }

/** Names, shares or re-fills a view, unless somebody changed it since it was read. */
export function changeView(view: ListView, change: Change): Promise<Changed> {
  const { id, userId, list } = view
  const key = viewKey(change.name)
  return transaction(async (trx): Promise<Changed> => {
    await lockViews(trx, { userId, list })
    const taken = await rows(
      trx,
      'select id from admin_list_views where user_id = ? and list = ? and name_key = ? and id <> ?',
      [userId, list, key, id]
    )
    if (taken.length > 0) return { ok: false, reason: 'name_taken' }
    const { name, address, shared, version } = change
    const changed = await rows(
      trx,
      `update admin_list_views
       set name = ?, name_key = ?, address = ?, shared = ?, version = version + 1, updated_at = ?
       where id = ? and version = ? returning id`,
      [name, key, JSON.stringify(address), shared, clock.now(), id, version]
    )
    return changed.length > 0 ? { ok: true } : { ok: false, reason: 'changed_meanwhile' }
  })
}
