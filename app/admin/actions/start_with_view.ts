import { writeRows } from '#core/platform'
import type { ListView } from '#app/admin/models/list_view'
import { forgetKept } from '#app/admin/queries/kept_of_list'

/** The view that a list opens with for this person; null opens it as for all. */
export async function startWithView(
  userId: number,
  { list, start }: { list: string; start: ListView | null }
): Promise<void> {
  await writeRows(
    `insert into admin_list_choices (user_id, list, start_id) values (?, ?, ?)
     on conflict (user_id, list) do update set start_id = excluded.start_id returning id`,
    [userId, list, start?.id ?? null]
  )
  forgetKept()
}
