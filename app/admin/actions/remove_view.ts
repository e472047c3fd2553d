import { writeRows } from '#core/platform'
import type { ListView } from '#app/admin/models/list_view'

/** For all who see it; lists that opened with it open as usual again. */
export async function removeView({ id }: ListView): Promise<void> {
  await writeRows('delete from admin_list_views where id = ? returning id', [id])
}
