import { rows, type Trx } from '#core/platform'
import type { FoundPlaces, WantedTime } from '#app/scheduling/actions/find_places'
import { allocationInterval, type OfferedService } from '#app/scheduling/domain/offered_service'
import { SessionLeftException } from '#app/scheduling/exceptions'
import { lockSession } from '#app/scheduling/actions/vacate_session'
import type { ChosenPlace } from '#app/scheduling/domain/place_choice'
import { Session } from '#app/scheduling/models/session'

/**
 * Joins the session that was found, or opens one on the places found.
 * @throws SessionLeftException when it is no longer where it was found, see `refusingOverlap`
 */
export async function occupy(
  trx: Trx,
  { service, location, startsAt }: WantedTime,
  found: FoundPlaces
): Promise<Session> {
  if (found.sessionId !== null) return join(trx, found.sessionId, startsAt)
  const session = await Session.create(
    {
      serviceId: service.id,
      locationId: location.id,
      startsAt,
      endsAt: startsAt + service.durationMinutes * 60_000,
      capacity: service.capacity,
      internal: found.internal,
      active: true,
      version: 1,
    },
    { client: trx }
  )
  await allocate(trx, session, service, found.places)
  return session
}

/** Who leaves a session locks it, but no day: it was found before its lock, and is looked at after. */
async function join(trx: Trx, sessionId: number, startsAt: number): Promise<Session> {
  await lockSession(trx, sessionId)
  const session = await Session.findOrFail(sessionId, { client: trx })
  if (!session.active || session.startsAt !== startsAt) throw new SessionLeftException()
  return session
}

/** Writes the allocations of a new session. */
export async function allocate(
  trx: Trx,
  session: Session,
  service: OfferedService,
  places: readonly ChosenPlace[]
): Promise<void> {
  const { from, to } = allocationInterval(service, session.startsAt)
  await trx.table('scheduling_allocations').multiInsert(
    places.map(({ resourceId, seat }) => ({
      session_id: session.id,
      resource_id: resourceId,
      seat,
      starts_at: from,
      ends_at: to,
      active: true,
    }))
  )
}

/** Lowest place of a session that nobody has; the caller holds the session's lock. */
export async function nextPlace(trx: Trx, session: Session): Promise<number> {
  const taken = await rows<{ place: number }>(
    trx,
    `select place from scheduling_reservations
     where session_id = ? and state in ('held', 'pending', 'confirmed')`,
    [session.id]
  )
  const places = new Set(taken.map(({ place }) => place))
  let place = 0
  while (places.has(place)) place++
  return place
}
