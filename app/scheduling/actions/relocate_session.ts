import { rows, type Trx } from '#core/platform'
import type { FoundPlaces, WantedTime } from '#app/scheduling/actions/find_places'
import { allocationInterval } from '#app/scheduling/domain/offered_service'
import { allocate } from '#app/scheduling/actions/occupy'
import { Session } from '#app/scheduling/models/session'

type NewPlaces = Extract<FoundPlaces, { sessionId: null }>

/**
 * Puts a (locked) session with its allocations on other places and another time. Null when more
 * than one person is in it: the others stay where they are.
 */
export async function relocateSession(
  trx: Trx,
  sessionId: number,
  { service, startsAt }: WantedTime,
  found: NewPlaces
): Promise<Session | null> {
  const people = await rows(
    trx,
    `select 1 from scheduling_reservations
     where session_id = ? and state in ('held', 'pending', 'confirmed')`,
    [sessionId]
  )
  if (people.length > 1) return null
  const session = await Session.findOrFail(sessionId, { client: trx })
  session.merge({
    startsAt,
    endsAt: startsAt + service.durationMinutes * 60_000,
    capacity: service.capacity,
    internal: found.internal,
    version: session.version + 1,
  })
  await session.save()
  await moveAllocations(trx, session, { service, found })
  return session
}

/** All are set aside first, so that two of them may swap their places. */
async function moveAllocations(
  trx: Trx,
  session: Session,
  { service, found }: Pick<WantedTime, 'service'> & { found: NewPlaces }
): Promise<void> {
  const own = () => trx.from('scheduling_allocations').where('session_id', session.id)
  await own().update({ active: false })
  const ids: { id: number }[] = await own().orderBy('id').select('id')
  const { from, to } = allocationInterval(service, session.startsAt)
  for (const [index, { id }] of ids.entries()) {
    const place = found.places[index]
    if (!place) break
    await own().where('id', id).update({
      resource_id: place.resourceId,
      seat: place.seat,
      starts_at: from,
      ends_at: to,
      active: true,
    })
  }
  const more = found.places.slice(ids.length)
  if (more.length > 0) await allocate(trx, session, service, more)
}
