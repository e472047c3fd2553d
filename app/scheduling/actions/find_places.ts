import { clock, type Result, type Trx } from '#core/platform'
import { expireLapsedOn } from '#app/scheduling/actions/expire_holds'
import { lockDays } from '#app/scheduling/actions/lock_days'
import type { Audience, ReserveRefusal } from '#app/scheduling/domain/calendar_terms'
import { calendarsOfDay, type DayCalendars } from '#app/scheduling/domain/day_calendars'
import { localOf } from '#app/scheduling/domain/local_time'
import {
  allocationInterval,
  isOfferedTo,
  spanOf,
  type OfferedService,
  type PlaceOfService,
} from '#app/scheduling/domain/offered_service'
import { startIndex } from '#app/scheduling/domain/offered_starts'
import { choosePlaces, hoursAllow, type ChosenPlace } from '#app/scheduling/domain/place_choice'
import { limitRefusal, timeLimits } from '#app/scheduling/domain/time_limits'
import { changeCounts, type ChangeCounts } from '#app/scheduling/queries/change_counts'
import { isKnownTaken, rememberTaken } from '#app/scheduling/queries/known_taken'
import { occupancy } from '#app/scheduling/queries/occupancy'
import { serviceSetupIn } from '#app/scheduling/queries/service_setup'

export interface WantedTime {
  readonly service: OfferedService
  readonly location: PlaceOfService
  /** epoch milliseconds */
  readonly startsAt: number
  readonly audience: Audience
  readonly resourceId?: number
  /** reservation that moves: its own places count as free */
  readonly ignoring?: number
}

/** A session to join, or places for a new one. */
export type FoundPlaces =
  | { readonly sessionId: number; readonly places: null }
  | {
      readonly sessionId: null
      readonly places: readonly ChosenPlace[]
      readonly internal: boolean
    }

const MINUTE = 60_000

/**
 * Decides where a session that starts at this moment takes place. From its lock on nobody can
 * change the answer before the transaction ends: docs/domain/reservations.md, "How a place is taken".
 */
export async function findPlaces(
  trx: Trx,
  wanted: WantedTime
): Promise<Result<{ found: FoundPlaces }, ReserveRefusal>> {
  const { service, location, startsAt, audience } = wanted
  if (!isOfferedTo(service, audience)) return refused('service_closed')
  const now = clock.now()
  const { day } = localOf(location.zone, startsAt)
  const limits = timeLimits(service, location.zone, audience, now)
  const limit = limitRefusal(limits, startsAt, day)
  if (limit) return refused(limit)

  const counts = await changeCounts(trx, location.id)
  if (isKnownTaken(wanted, counts, now)) return refused('slot_taken')
  const setup = await serviceSetupIn(trx, wanted, counts)
  const calendars = calendarsOfDay(wanted, setup, day)
  if (!calendars || startIndex(calendars.calendar, startsAt) < 0) return refused('outside_hours')
  const span = spanOf(service)
  const start = startsAt / MINUTE
  if (!hoursAllow(calendars.calendar, span, start)) return refused('outside_hours')
  return choose(trx, wanted, { ...calendars, span, start, counts, now })
}

interface Prepared extends DayCalendars {
  readonly span: ReturnType<typeof spanOf>
  readonly start: number
  readonly counts: ChangeCounts
  readonly now: number
}

async function choose(
  trx: Trx,
  wanted: WantedTime,
  { calendar, publicCalendar, span, start, counts, now }: Prepared
): Promise<Result<{ found: FoundPlaces }, ReserveRefusal>> {
  const { service, location, startsAt, audience, ignoring = 0 } = wanted
  const resourceIds = [...new Set(calendar.places.map(({ resourceId }) => resourceId))]
  const interval = allocationInterval(service, startsAt)
  await lockDays(trx, location.zone, resourceIds, interval)
  await expireLapsedOn(trx, resourceIds, interval, now)
  const { busy, sessions } = await occupancy(trx, {
    serviceId: service.id,
    locationId: location.id,
    capacity: service.capacity,
    audience,
    resourceIds,
    from: Math.min(interval.from, calendar.starts[0] * MINUTE),
    to: Math.max(interval.to, calendar.starts[calendar.starts.length - 1] * MINUTE),
    now,
    ignoring,
  })
  const session = sessions.find((candidate) => candidate.startsAt === startsAt)
  if (session) return { ok: true, found: { sessionId: session.id, places: null } }
  const choice = choosePlaces({ calendar, publicCalendar, busy, span, start })
  if (!choice) {
    await rememberTaken(trx, wanted, counts, now)
    return refused('slot_taken')
  }
  return { ok: true, found: { sessionId: null, ...choice } }
}

function refused<R extends ReserveRefusal>(reason: R): { ok: false; reason: R } {
  return { ok: false, reason }
}
