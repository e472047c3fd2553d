import { clock, rows, transaction } from '#core/platform'
import { RECENT } from '#app/admin/queries/recent_targets'

/** What a person has just opened from the palette; the oldest of too many go. */
export function notePick(userId: number, target: string): Promise<void> {
  return transaction(async (trx) => {
    await rows(
      trx,
      `insert into admin_picks (user_id, target, picked_at) values (?, ?, ?)
       on conflict (user_id, target) do update set picked_at = excluded.picked_at`,
      [userId, target, clock.now()]
    )
    await rows(
      trx,
      `delete from admin_picks where user_id = ? and id not in (
         select id from admin_picks where user_id = ? order by picked_at desc, id desc limit ${RECENT}
       )`,
      [userId, userId]
    )
  })
}
