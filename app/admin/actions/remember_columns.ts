import { writeRows } from '#core/platform'
import { forgetKept } from '#app/admin/queries/kept_of_list'

type Chosen = { list: string; columns: readonly string[] | null }

/** The columns that a person sees of a list from now on; null are those that it shows to all. */
export async function rememberColumns(userId: number, { list, columns }: Chosen): Promise<void> {
  await writeRows(
    `insert into admin_list_choices (user_id, list, columns) values (?, ?, ?)
     on conflict (user_id, list) do update set columns = excluded.columns returning id`,
    [userId, list, columns && JSON.stringify(columns)]
  )
  forgetKept()
}
