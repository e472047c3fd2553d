import { rows, type Trx } from '#core/platform'
import { lockDays } from '#app/scheduling/actions/lock_days'
import type { PlaceOfService } from '#app/scheduling/domain/offered_service'
import { Block } from '#app/scheduling/models/block'
import { Reservation } from '#app/scheduling/models/reservation'

export interface BlockInput {
  readonly location: PlaceOfService
  /** null: the whole location */
  readonly resourceId: number | null
  readonly startsAt: number
  readonly endsAt: number
  readonly reason?: string | null
}

/**
 * Closes a resource or a location for an interval. It cancels nothing: `covered` are the
 * reservations in it, so that staff can call these people.
 */
export async function addBlock(
  trx: Trx,
  { location, resourceId, startsAt, endsAt, reason }: BlockInput
): Promise<{ block: Block; covered: Reservation[] }> {
  const resources = await rows<{ id: number }>(
    trx,
    `select id from scheduling_resources where location_id = ?${resourceId === null ? '' : ' and id = ?'}`,
    resourceId === null ? [location.id] : [location.id, resourceId]
  )
  const ids = resources.map(({ id }) => id)
  await lockDays(trx, location.zone, ids, { from: startsAt, to: endsAt })
  const block = await Block.create(
    { locationId: location.id, resourceId, startsAt, endsAt, reason: reason ?? null },
    { client: trx }
  )
  const covered = await Reservation.query({ client: trx })
    .whereIn('state', ['held', 'pending', 'confirmed'])
    .whereIn('sessionId', (query) =>
      query
        .from('scheduling_allocations')
        .select('session_id')
        .whereRaw('active')
        .whereIn('resource_id', ids)
        .where('starts_at', '<', endsAt)
        .where('ends_at', '>', startsAt)
    )
    .orderBy('startsAt')
  return { block, covered }
}
