import db from '@adonisjs/lucid/services/db'
import { emit, marks, rows, transaction, type Trx } from '#core/platform'
import { closeIfEmpty, lockSession } from '#app/scheduling/actions/vacate_session'
import { ReservationReleased } from '#app/scheduling/events'
import { dayChanged } from '#app/scheduling/actions/day_changed'

/** So many sessions a run; the next run takes the rest. */
const BATCH = 500

/** Gives back holds and pending reservations whose time is over. Returns how many. */
export async function expireHolds(now: number): Promise<number> {
  const lapsed = await rows<{ session_id: number }>(
    db.connection(),
    `select distinct session_id from scheduling_reservations
     where state in ('held', 'pending') and expires_at <= ? limit ?`,
    [now, BATCH]
  )
  let expired = 0
  for (const { session_id: sessionId } of lapsed) {
    expired += await transaction((trx) => expireSession(trx, sessionId, now))
  }
  return expired
}

/** Expires what has lapsed on these resources between two instants; the caller holds the lock rows. */
export async function expireLapsedOn(
  trx: Trx,
  resourceIds: readonly number[],
  interval: { from: number; to: number },
  now: number
): Promise<void> {
  const lapsed = await rows<{ session_id: number }>(
    trx,
    `select distinct r.session_id from scheduling_reservations r
     join scheduling_allocations a on a.session_id = r.session_id
     where r.state in ('held', 'pending') and r.expires_at <= ? and a.active
       and a.starts_at < ? and a.ends_at > ? and a.resource_id in (${marks(resourceIds)})
     order by r.session_id`,
    [now, interval.to, interval.from, ...resourceIds]
  )
  for (const { session_id: sessionId } of lapsed) await expireSession(trx, sessionId, now)
}

async function expireSession(trx: Trx, sessionId: number, now: number): Promise<number> {
  await lockSession(trx, sessionId)
  const expired = await rows<{
    id: number
    number: string | null
    location_id: number
    day: string
  }>(
    trx,
    `update scheduling_reservations set state = 'expired', released_at = ?, version = version + 1
     where session_id = ? and state in ('held', 'pending') and expires_at <= ?
     returning id, location_id, day`,
    [now, sessionId, now]
  )
  if (expired.length === 0) return 0
  await closeIfEmpty(trx, sessionId)
  for (const { id } of expired) await emit(trx, ReservationReleased, { reservationId: id })
  await dayChanged(trx, expired[0].location_id, expired[0].day)
  return expired.length
}
