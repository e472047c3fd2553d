import db from '@adonisjs/lucid/services/db'
import { type Client, clock, keptAnswers, rows } from '#core/platform'
import { dayBounds, localDateOf } from '#app/scheduling/domain/local_time'
import { timeLimits } from '#app/scheduling/domain/time_limits'
import { changeCounts } from '#app/scheduling/queries/change_counts'
import {
  offeredStarts,
  type Days,
  type Offered,
  type TimesQuestion,
} from '#app/scheduling/queries/offered'
import { serviceSetup } from '#app/scheduling/queries/service_setup'

/** True from one moment (epoch ms) to another, as long as nothing is written. */
interface KeptOffered {
  readonly offered: Offered
  readonly from: number
  readonly until: number
}

const kept = keptAnswers<KeptOffered>(500)

/**
 * Grid and places of some days, kept until the database counts a change. One statement; three
 * when something has changed, three more when the rules have.
 */
export async function keptOffered(ask: TimesQuestion, window: Days): Promise<Offered> {
  const client = db.connection()
  const counts = await changeCounts(client, ask.location.id)
  const question = questionOf(ask, window)
  const stamp = `${counts.rules} ${counts.busy}`
  const now = clock.now()
  const found = kept.find(question, stamp)
  if (found && found.from <= now && now <= found.until) return found.offered

  const setup = await serviceSetup(client, ask, counts)
  const lapse = await nextLapse(client, ask.location.id, now)
  const offered = await offeredStarts(client, ask, window, setup)
  const until = Math.min(lapse, endOfLimits(ask, offered, now))
  kept.keep(question, stamp, { offered, from: now, until })
  return offered
}

/** Everything that the answer depends on and the database's counts do not tell. */
function questionOf({ service, location, audience, ...ask }: TimesQuestion, days: Days): string {
  return [
    ...[service.id, service.active, service.public, service.capacity, service.durationMinutes],
    ...[service.stepMinutes, service.bufferBeforeMinutes, service.bufferAfterMinutes],
    ...[service.minNoticeMinutes, service.horizonDays, location.id, location.zone, audience],
    ...[ask.resourceId, ask.ignoring, days.fromDay, days.days],
  ].join(' ')
}

/** When the next hold of a location ends by itself, which nobody writes down in time. */
async function nextLapse(client: Client, locationId: number, now: number): Promise<number> {
  const [{ at }] = await rows<{ at: number | string | null }>(
    client,
    `select min(expires_at) as at from scheduling_reservations
     where state in ('held', 'pending') and expires_at > ? and location_id = ?`,
    [now, locationId]
  )
  return at === null ? Number.POSITIVE_INFINITY : Number(at) - 1
}

/** Until notice forbids the first free start, or the horizon reaches another day. */
function endOfLimits(
  { service, location, audience }: TimesQuestion,
  offered: Offered,
  now: number
) {
  const { earliest } = timeLimits(service, location.zone, audience, now)
  const first = offered.places.findIndex((places) => places > 0)
  const midnight = dayBounds(location.zone, localDateOf(location.zone, now)).to - 1
  if (first < 0) return midnight
  return Math.min(midnight, offered.calendar.starts[first] * 60_000 - (earliest - now))
}
