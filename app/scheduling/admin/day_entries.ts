import db from '@adonisjs/lucid/services/db'
import type { Translated } from '#core/organisation'
import { clock, marks, rows } from '#core/platform'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import type {
  ReservationOutcome,
  ReservationState,
} from '#app/scheduling/domain/reservation_states'

/** One reservation on one place that it occupies, with the person it is for. */
export interface DayEntry {
  id: number
  publicId: string
  owner: string
  locationId: number
  day: LocalDate
  state: ReservationState
  outcome: ReservationOutcome | null
  number: string | null
  startsAt: number
  endsAt: number
  service: Translated
  customer: string | null
  resourceId: number
  resource: string
  seat: number
}

interface Row {
  id: number
  public_id: string
  owner: string
  location_id: number
  day: LocalDate
  state: ReservationState
  outcome: ReservationOutcome | null
  number: string | null
  starts_at: number | string
  ends_at: number | string
  service: string
  first_name: string | null
  last_name: string | null
  resource_id: number
  resource: string
  seat: number
}

/**
 * Everything that occupies on these local days at these locations, in order of time: one
 * statement, since the day view and "Today" have few to spend. What is held but lapsed is free.
 */
export async function dayEntries(
  locationIds: readonly number[],
  days: readonly LocalDate[]
): Promise<DayEntry[]> {
  if (locationIds.length === 0) return []
  const found = await rows<Row>(
    db.connection(),
    `select r.id, r.public_id, r.owner, r.location_id, r.day, r.state, r.outcome, r.number, r.starts_at,
       r.ends_at, s.name as service, c.first_name, c.last_name, a.resource_id, x.name as resource,
       a.seat
     from scheduling_reservations r
     join scheduling_services s on s.id = r.service_id
     join scheduling_allocations a on a.session_id = r.session_id and a.active
     join scheduling_resources x on x.id = a.resource_id
     left join customers_customers c on c.id = r.customer_id
     where r.location_id in (${marks(locationIds)}) and r.day in (${marks(days)})
       and (r.state = 'confirmed' or (r.state in ('held', 'pending') and r.expires_at > ?))
     order by r.starts_at, r.id, x.position, x.id, a.seat`,
    [...locationIds, ...days, clock.now()]
  )
  return found.map(entryOf)
}

function entryOf(row: Row): DayEntry {
  const name = [row.first_name, row.last_name].filter(Boolean).join(' ')
  return {
    id: row.id,
    publicId: row.public_id,
    owner: row.owner,
    locationId: row.location_id,
    day: row.day,
    state: row.state,
    outcome: row.outcome,
    number: row.number,
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    service: JSON.parse(row.service) as Translated,
    customer: name === '' ? null : name,
    resourceId: row.resource_id,
    resource: row.resource,
    seat: row.seat,
  }
}
