import { type Client, clock } from '#core/platform'
import { buildCalendar, type Calendar } from '#app/scheduling/domain/calendar'
import type { Audience, ServiceSetup } from '#app/scheduling/domain/calendar_terms'
import { countFree } from '#app/scheduling/domain/free_starts'
import { placesPerStart } from '#app/scheduling/domain/offered_starts'
import {
  isOfferedTo,
  spanOf,
  type OfferedService,
  type PlaceOfService,
} from '#app/scheduling/domain/offered_service'
import { limitRefusal, timeLimits } from '#app/scheduling/domain/time_limits'
import { withWish } from '#app/scheduling/domain/wish'
import { occupancy } from '#app/scheduling/queries/occupancy'

export interface TimesQuestion {
  readonly service: OfferedService
  readonly location: PlaceOfService
  readonly audience: Audience
  readonly resourceId?: number
  /** id of a reservation that is to be moved: its own places count as free */
  readonly ignoring?: number
}

/** The grid of some days and the places at each start; 0 where notice or horizon forbid it. */
export interface Offered {
  readonly calendar: Calendar
  readonly places: Int32Array
}

export interface Days {
  readonly fromDay: number
  readonly days: number
}

const MINUTE = 60_000

/** Grid and places of some days: one statement, whatever the number of days and resources. */
export async function offeredStarts(
  client: Client,
  ask: TimesQuestion,
  window: Days,
  setup: ServiceSetup
): Promise<Offered> {
  const { service, location, audience } = ask
  const calendar = buildCalendar({
    ...setup,
    ...window,
    audience,
    zone: location.zone,
    stepMinutes: service.stepMinutes,
    requirements:
      (isOfferedTo(service, audience) && withWish(setup.requirements, ask.resourceId)) || [],
  })
  const span = spanOf(service)
  const { starts } = calendar
  if (starts.length === 0) return { calendar, places: new Int32Array(0) }
  const now = clock.now()
  const { busy, sessions } = await occupancy(client, {
    serviceId: service.id,
    locationId: location.id,
    capacity: service.capacity,
    audience,
    resourceIds: [...new Set(calendar.places.map(({ resourceId }) => resourceId))],
    from: (starts[0] - span.before) * MINUTE,
    to: (starts[starts.length - 1] + span.duration + span.after) * MINUTE,
    now,
    ignoring: ask.ignoring ?? 0,
  })
  const free = countFree(calendar, busy, span)
  const places = placesPerStart(calendar, free, sessions, service.capacity)
  forbidBeyondLimits(calendar, places, timeLimits(service, location.zone, audience, now))
  return { calendar, places }
}

function forbidBeyondLimits(
  calendar: Calendar,
  places: Int32Array,
  limits: ReturnType<typeof timeLimits>
): void {
  for (let i = 0; i < places.length; i++) {
    if (limitRefusal(limits, calendar.starts[i] * MINUTE, calendar.days[i])) places[i] = 0
  }
}
