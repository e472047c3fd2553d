import db from '@adonisjs/lucid/services/db'
import { rows } from '#core/platform'

/** So many are kept of each person. */
export const RECENT = 5

/** What a person opened from the palette, the last first; whether they still may, others ask. */
export async function recentTargets(userId: number): Promise<string[]> {
  const found = await rows<{ target: string }>(
    db.connection(),
    'select target from admin_picks where user_id = ? order by picked_at desc, id desc',
    [userId]
  )
  return found.map(({ target }) => target)
}
