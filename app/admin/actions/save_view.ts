import { audit } from '#core/audit'
import { clock, randomId, rows, transaction, type Trx } from '#core/platform'
import type { Viewer } from '#app/admin/definition'
import { MOST_VIEWS, viewKey } from '#app/admin/domain/view_names'
import { forgetKept } from '#app/admin/queries/kept_of_list'

type Wanted = {
  list: string
  name: string
  address: Record<string, string>
  /** With all who see the list; only of who may share views. */
  shared?: boolean
}

export type Saved = { ok: true; id: string } | { ok: false; reason: 'name_taken' | 'too_many' }

export type Saver = Pick<Viewer, 'user' | 'actor' | 'can'>

/** Keeps what a list shows under a name; the same sent twice is kept once. */
export async function saveView(wanted: Wanted, saver: Saver): Promise<Saved> {
  const saved = await transaction(async (trx): Promise<Saved> => {
    const { list, name } = wanted
    const userId = saver.user.id
    await lockViews(trx, { userId, list })
    const mine = await rows<{ public_id: string; name_key: string; address: string }>(
      trx,
      'select public_id, name_key, address from admin_list_views where user_id = ? and list = ?',
      [userId, list]
    )
    const same = mine.find((view) => view.name_key === viewKey(name))
    if (same?.address === JSON.stringify(wanted.address)) return { ok: true, id: same.public_id }
    if (same) return { ok: false, reason: 'name_taken' }
    if (mine.length >= MOST_VIEWS) return { ok: false, reason: 'too_many' }
    return { ok: true, id: await insert(trx, wanted, saver) }
  })
  forgetKept()
  return saved
}

const INSERT = `insert into admin_list_views
  (public_id, user_id, list, name, name_key, address, shared, version, created_at, updated_at)
  values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?) returning id`

async function insert(trx: Trx, wanted: Wanted, { user, actor, can }: Saver): Promise<string> {
  const { list, name, address } = wanted
  const shared = wanted.shared === true && can('admin.share_views')
  const publicId = randomId()
  const now = clock.now()
  const told = JSON.stringify(address)
  const values = [publicId, user.id, list, name, viewKey(name), told, shared, now, now]
  const [{ id }] = await rows<{ id: number }>(trx, INSERT, values)
  const changes = Object.entries({ list, name, address, shared })
  await audit(trx, {
    ...{ actor, action: 'admin.list_view_created', object: 'admin.list_view', objectId: id },
    changes: Object.fromEntries(changes.map(([column, value]) => [column, [null, value]])),
  })
  return publicId
}

/** Views of one person and list are counted and named one change after the other. */
export async function lockViews(
  trx: Trx,
  { userId, list }: { userId: number; list: string }
): Promise<void> {
  await rows(
    trx,
    `insert into admin_list_choices (user_id, list) values (?, ?)
     on conflict (user_id, list) do update set list = excluded.list`,
    [userId, list]
  )
}
