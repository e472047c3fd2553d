import { buildCalendar, type Calendar } from '#app/scheduling/domain/calendar'
import type { Audience, ServiceSetup } from '#app/scheduling/domain/calendar_terms'
import type { OfferedService, PlaceOfService } from '#app/scheduling/domain/offered_service'
import { withWish } from '#app/scheduling/domain/wish'

/** One local day as the asking audience sees it, and as the public does. */
export interface DayCalendars {
  readonly calendar: Calendar
  readonly publicCalendar: Calendar
}

interface Asked {
  readonly service: OfferedService
  readonly location: PlaceOfService
  readonly audience: Audience
  readonly resourceId?: number
}

/** Null where the service needs nothing here, or not the resource that was wished for. */
export function calendarsOfDay(
  { service, location, audience, resourceId }: Asked,
  setup: ServiceSetup,
  day: number
): DayCalendars | null {
  const requirements = withWish(setup.requirements, resourceId)
  if (!requirements || requirements.length === 0) return null
  const seenBy = (viewer: Audience) =>
    buildCalendar({
      ...setup,
      requirements,
      audience: viewer,
      zone: location.zone,
      stepMinutes: service.stepMinutes,
      fromDay: day,
      days: 1,
    })
  const calendar = seenBy(audience)
  return { calendar, publicCalendar: audience === 'public' ? calendar : seenBy('public') }
}
