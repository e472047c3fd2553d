import { type Client, marks, rows } from '#core/platform'
import type { Audience } from '#app/scheduling/domain/calendar_terms'
import { busyStretch, type BusyStretch } from '#app/scheduling/domain/busy_times'
import type { JoinableSession } from '#app/scheduling/domain/offered_starts'

export interface OccupancyQuestion {
  readonly serviceId: number
  readonly locationId: number
  readonly capacity: number
  readonly audience: Audience
  readonly resourceIds: readonly number[]
  /** instants (epoch ms) between which something must be busy to matter */
  readonly from: number
  readonly to: number
  readonly now: number
  /** a reservation that is about to move: its own places count as free */
  readonly ignoring: number
}

export interface Occupancy {
  readonly busy: readonly BusyStretch[]
  readonly sessions: readonly JoinableSession[]
}

/** An allocation is at most two days long, so none that matters starts earlier. */
const LONGEST = 172_800_000

/** Reservations that occupy at an instant. Lapsed holds do not, even before they are cleared. */
const LIVING = `(state = 'confirmed' or (state in ('held', 'pending') and expires_at > ?))`

/** Sessions in which nobody is left: their people have lapsed, or are the one that moves. */
const VACATED = `
  select l.session_id from scheduling_reservations l
  where (l.id = ? or (l.state in ('held', 'pending') and l.expires_at <= ?))
    and not exists (select 1 from scheduling_reservations o
      where o.session_id = l.session_id and o.id <> ? and ${LIVING.replaceAll(/\b(state|expires_at)\b/g, 'o.$1')})`

const ALLOCATIONS = (ids: readonly number[]) => `
  select 0 as session, resource_id, seat, starts_at, ends_at from scheduling_allocations
  where active and resource_id in (${marks(ids)}) and starts_at > ? and starts_at < ? and ends_at > ?
    and session_id not in (${VACATED})`

const BLOCKS = `
  select 0 as session, resource_id, null as seat, starts_at, ends_at from scheduling_blocks
  where location_id = ? and ends_at > ? and starts_at < ?`

const SESSIONS = `
  select s.id as session, null as resource_id,
    s.capacity - (select cast(count(*) as integer) from scheduling_reservations r
      where r.session_id = s.id and r.id <> ? and ${LIVING.replaceAll(/\b(state|expires_at)\b/g, 'r.$1')}) as seat,
    s.starts_at, s.ends_at
  from scheduling_sessions s
  where s.active and s.service_id = ? and s.location_id = ? and s.starts_at >= ? and s.starts_at < ?
    and (not s.internal or ? = 'staff') and s.id not in (${VACATED})
    and exists (select 1 from scheduling_allocations a
      where a.session_id = s.id and a.resource_id in (RESOURCES))
    and not exists (select 1 from scheduling_blocks b
      where b.location_id = s.location_id and b.starts_at < s.ends_at and b.ends_at > s.starts_at
        and (b.resource_id is null or b.resource_id in
          (select a.resource_id from scheduling_allocations a where a.session_id = s.id)))`

interface OccupancyRow {
  session: number
  resource_id: number | null
  seat: number | null
  starts_at: number | string
  ends_at: number | string
}

/** Everything that is busy, and for group services the open sessions: one statement. */
export async function occupancy(client: Client, ask: OccupancyQuestion): Promise<Occupancy> {
  if (ask.resourceIds.length === 0) return { busy: [], sessions: [] }
  const vacated = [ask.ignoring, ask.now, ask.ignoring, ask.now]
  const parts = [ALLOCATIONS(ask.resourceIds), BLOCKS]
  const bindings: unknown[] = [...ask.resourceIds, ask.from - LONGEST, ask.to, ask.from, ...vacated]
  bindings.push(ask.locationId, ask.from, ask.to)
  if (ask.capacity > 1) {
    parts.push(SESSIONS.replace('RESOURCES', marks(ask.resourceIds)))
    bindings.push(ask.ignoring, ask.now, ask.serviceId, ask.locationId, ask.from, ask.to)
    bindings.push(ask.audience, ...vacated, ...ask.resourceIds)
  }
  const found = await rows<OccupancyRow>(client, parts.join(' union all '), bindings)
  return split(found)
}

function split(found: readonly OccupancyRow[]): Occupancy {
  const busy: BusyStretch[] = []
  const sessions: JoinableSession[] = []
  for (const { session, resource_id: resourceId, seat, starts_at: start, ends_at: end } of found) {
    const startsAt = Number(start)
    if (session === 0) busy.push(busyStretch(resourceId, seat, startsAt, Number(end)))
    else if (Number(seat) > 0) sessions.push({ id: session, startsAt, places: Number(seat) })
  }
  return { busy, sessions }
}
