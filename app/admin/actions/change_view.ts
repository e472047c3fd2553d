import { audit } from '#core/audit'
import { clock, rows, transaction, type Trx } from '#core/platform'
import { lockViews, type Saver } from '#app/admin/actions/save_view'
import { viewKey } from '#app/admin/domain/view_names'
import type { ListView } from '#app/admin/models/list_view'

/** What is left out stays as it is. */
type Change = {
  name?: string
  /** With all who see the list; only of who may share views. */
  shared?: boolean
  address?: Record<string, string>
  /** Of the view that the person saw. */
  version: number
}

export type Changed = { ok: true } | { ok: false; reason: 'name_taken' | 'changed_meanwhile' }

/** Names, shares or re-fills a view, unless somebody changed it since it was read. */
export function changeView(view: ListView, change: Change, saver: Saver): Promise<Changed> {
  const { id, userId, list } = view
  const { name = view.name, address = view.address } = change
  const shared = saver.can('admin.share_views') ? (change.shared ?? view.shared) : view.shared
  const key = viewKey(name)
  return transaction(async (trx): Promise<Changed> => {
    await lockViews(trx, { userId, list })
    const taken = await rows(
      trx,
      'select id from admin_list_views where user_id = ? and list = ? and name_key = ? and id <> ?',
      [userId, list, key, id]
    )
    if (taken.length > 0) return { ok: false, reason: 'name_taken' }
    const changed = await rows(
      trx,
      `update admin_list_views
       set name = ?, name_key = ?, address = ?, shared = ?, version = version + 1, updated_at = ?
       where id = ? and version = ? returning id`,
      [name, key, JSON.stringify(address), shared, clock.now(), id, change.version]
    )
    if (changed.length === 0) return { ok: false, reason: 'changed_meanwhile' }
    await trail(trx, view, { name, address, shared }, saver)
    return { ok: true }
  })
}

type Shown = Pick<ListView, 'name' | 'address' | 'shared'>

const trail = (trx: Trx, view: ListView, now: Shown, { actor }: Saver) =>
  audit(trx, {
    ...{ actor, action: deedOf(view, now), object: 'admin.list_view', objectId: view.id },
    changes: {
      name: [view.name, now.name],
      address: [view.address, now.address],
      shared: [view.shared, now.shared],
    },
  })

function deedOf(before: Shown, now: Shown): string {
  if (before.shared === now.shared) return 'admin.list_view_changed'
  return now.shared ? 'admin.list_view_shared' : 'admin.list_view_unshared'
}
