import { rows, type Client } from '#core/platform'
import type { ChangeCounts } from '#app/scheduling/queries/change_counts'
import type { TimesQuestion } from '#app/scheduling/queries/offered'

/** Everything that an answer depends on and the database's counts do not tell. */
export function questionOf(
  { service, location, audience, resourceId, ignoring }: TimesQuestion,
  ...asked: number[]
): string {
  return [
    ...[service.id, service.active, service.public, service.capacity, service.durationMinutes],
    ...[service.stepMinutes, service.bufferBeforeMinutes, service.bufferAfterMinutes],
    ...[service.minNoticeMinutes, service.horizonDays, location.id, location.zone, audience],
    ...[resourceId, ignoring, ...asked],
  ].join(' ')
}

export const stampOf = ({ rules, busy }: ChangeCounts): string => `${rules} ${busy}`

/** The last moment (epoch ms) before a hold of a location ends by itself, which nobody writes down. */
export async function nextLapse(client: Client, locationId: number, now: number): Promise<number> {
  const [{ at }] = await rows<{ at: number | string | null }>(
    client,
    `select min(expires_at) as at from scheduling_reservations
     where state in ('held', 'pending') and expires_at > ? and location_id = ?`,
    [now, locationId]
  )
  return at === null ? Number.POSITIVE_INFINITY : Number(at) - 1
}
