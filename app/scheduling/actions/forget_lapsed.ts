import db from '@adonisjs/lucid/services/db'
import { marks, rows, transaction, type Trx } from '#core/platform'

/** So many sessions a run; the next run takes the rest. */
const BATCH = 500

/**
 * Deletes holds that came to nothing: never confirmed nor pending, so no person is known of them,
 * and over since `before` (epoch milliseconds). Returns how many sessions went.
 */
export async function forgetLapsed(before: number): Promise<number> {
  const empty = await rows<{ id: number }>(
    db.connection(),
    `select s.id from scheduling_sessions s where not s.active and not exists (
       select 1 from scheduling_reservations r where r.session_id = s.id
         and (r.state not in ('released', 'expired') or r.customer_id is not null
           or r.confirmed_at is not null or r.released_at > ?))
     order by s.id limit ?`,
    [before, BATCH]
  )
  if (empty.length > 0)
    await transaction((trx) =>
      forget(
        trx,
        empty.map(({ id }) => id)
      )
    )
  return empty.length
}

async function forget(trx: Trx, ids: readonly number[]): Promise<void> {
  await rows(trx, `delete from scheduling_reservations where session_id in (${marks(ids)})`, [
    ...ids,
  ])
  // Allocations go with their session.
  await rows(trx, `delete from scheduling_sessions where id in (${marks(ids)})`, [...ids])
}
