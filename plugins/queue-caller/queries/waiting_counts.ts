import db from '@adonisjs/lucid/services/db'
import { clock, rows } from '#core/platform'

/** How many people wait at some locations now, each on its own day. One statement. */
export async function waitingCounts(
  places: readonly { readonly id: number; readonly day: string }[]
): Promise<Map<number, number>> {
  if (places.length === 0) return new Map()
  const each = places.map(() => '(location_id = ? and day = ?)').join(' or ')
  const found = await rows<{ location_id: number; waiting: number | string }>(
    db.connection(),
    `select location_id, count(*) as waiting from queue_caller_tickets where (${each}) and state = 'waiting' and (due_from <= ? or checked_in_at is not null) group by location_id`,
    [...places.flatMap(({ id, day }) => [id, day]), clock.now()]
  )
  return new Map(found.map((row) => [row.location_id, Number(row.waiting)]))
}
