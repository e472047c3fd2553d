import db from '@adonisjs/lucid/services/db'
import { type Client, clock, rows } from '#core/platform'
import type { Translated } from '#core/organisation'
import type { LocalDate } from '#app/scheduling/domain/local_date'
import type {
  ReservationOutcome,
  ReservationState,
} from '#app/scheduling/domain/reservation_states'

/** What staff and the queue need of a reservation; who the person is they ask its owner. */
export interface DayReservation {
  readonly id: number
  readonly publicId: string
  readonly owner: string
  readonly customerId: number | null
  readonly serviceId: number
  readonly serviceName: Translated
  readonly sessionId: number
  readonly state: ReservationState
  readonly outcome: ReservationOutcome | null
  readonly number: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly expiresAt: number | null
  readonly version: number
  readonly resources: readonly {
    readonly id: number
    readonly name: string
    readonly seat: number
  }[]
}

interface ReservationRow {
  id: number
  public_id: string
  owner: string
  customer_id: number | null
  service_id: number
  service_name: string
  session_id: number
  state: ReservationState
  outcome: ReservationOutcome | null
  number: string | null
  starts_at: number | string
  ends_at: number | string
  expires_at: number | string | null
  version: number
}

interface ResourceRow {
  session_id: number
  id: number
  name: string
  seat: number
}

/** Everything that occupies on one local day at a location, in order of time. Two statements. */
export async function dayReservations(
  location: { readonly id: number },
  day: LocalDate
): Promise<DayReservation[]> {
  const client = db.connection()
  const found = await rows<ReservationRow>(
    client,
    `select r.id, r.public_id, r.owner, r.customer_id, r.service_id, s.name as service_name,
       r.session_id, r.state, r.outcome, r.number, r.starts_at, r.ends_at, r.expires_at, r.version
     from scheduling_reservations r join scheduling_services s on s.id = r.service_id
     where r.location_id = ? and r.day = ?
       and (r.state = 'confirmed' or (r.state in ('held', 'pending') and r.expires_at > ?))
     order by r.starts_at, r.id`,
    [location.id, day, clock.now()]
  )
  const resources = await resourcesOf(client, location.id, day)
  return found.map((row) => present(row, resources.get(row.session_id) ?? []))
}

async function resourcesOf(client: Client, locationId: number, day: LocalDate) {
  const found = await rows<ResourceRow>(
    client,
    `select a.session_id, a.resource_id as id, x.name, a.seat
     from scheduling_allocations a join scheduling_resources x on x.id = a.resource_id
     where a.active and a.session_id in (select session_id from scheduling_reservations
       where location_id = ? and day = ? and state in ('held', 'pending', 'confirmed'))
     order by x.position, x.id, a.seat`,
    [locationId, day]
  )
  return Map.groupBy(found, ({ session_id: sessionId }) => sessionId)
}

function present(row: ReservationRow, resources: readonly ResourceRow[]): DayReservation {
  return {
    id: row.id,
    publicId: row.public_id,
    owner: row.owner,
    customerId: row.customer_id,
    serviceId: row.service_id,
    serviceName: JSON.parse(row.service_name) as Translated,
    sessionId: row.session_id,
    state: row.state,
    outcome: row.outcome,
    number: row.number,
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    expiresAt: row.expires_at === null ? null : Number(row.expires_at),
    version: row.version,
    resources: resources.map(({ id, name, seat }) => ({ id, name, seat })),
  }
}
