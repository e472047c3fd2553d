import { clock, randomId, rows, transaction, type Trx } from '#core/platform'
import { MOST_VIEWS, viewKey } from '#app/admin/domain/view_names'
import { forgetKept } from '#app/admin/queries/kept_of_list'

type Wanted = {
  userId: number
  list: string
  name: string
  address: Record<string, string>
  shared: boolean
}

export type Saved = { ok: true; id: string } | { ok: false; reason: 'name_taken' | 'too_many' }

/** Keeps what a list shows under a name; the same sent twice is kept once. */
export async function saveView(wanted: Wanted): Promise<Saved> {
  const saved = await transaction(async (trx): Promise<Saved> => {
    await lockViews(trx, wanted)
    const { userId, list, name } = wanted
    const mine = await rows<{ public_id: string; name_key: string; address: string }>(
      trx,
      'select public_id, name_key, address from admin_list_views where user_id = ? and list = ?',
      [userId, list]
    )
    const same = mine.find((view) => view.name_key === viewKey(name))
    if (same?.address === JSON.stringify(wanted.address)) return { ok: true, id: same.public_id }
    if (same) return { ok: false, reason: 'name_taken' }
    if (mine.length >= MOST_VIEWS) return { ok: false, reason: 'too_many' }
    const id = randomId()
    await rows(trx, INSERT, valuesOf(id, wanted))
    return { ok: true, id }
  })
  forgetKept()
  return saved
}

const INSERT = `insert into admin_list_views
  (public_id, user_id, list, name, name_key, address, shared, version, created_at, updated_at)
  values (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`

const valuesOf = (id: string, { userId, list, name, address, shared }: Wanted) => {
  const now = clock.now()
  return [id, userId, list, name, viewKey(name), JSON.stringify(address), shared, now, now]
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
