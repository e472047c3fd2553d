import type { Audience, ServiceTimes } from '#app/scheduling/domain/calendar_terms'
import type { Span } from '#app/scheduling/domain/free_places'

/** What of a service its times depend on. A `Service` model is one; so is a plain row. */
export interface OfferedService extends ServiceTimes {
  readonly id: number
  readonly active: boolean
  /** false: only staff book it */
  readonly public: boolean
}

/** A `Location` model is one; so is a plain row. */
export interface PlaceOfService {
  readonly id: number
  /** IANA name */
  readonly zone: string
}

const MINUTE = 60_000

export function isOfferedTo(service: OfferedService, audience: Audience): boolean {
  return service.active && (service.public || audience === 'staff')
}

/** What one session of a service occupies around its start, in minutes. */
export function spanOf(service: ServiceTimes): Span {
  return {
    duration: service.durationMinutes,
    before: service.bufferBeforeMinutes,
    after: service.bufferAfterMinutes,
  }
}

/** From the start minus the buffer before to the end plus the buffer after, in epoch ms. */
export function allocationInterval(service: ServiceTimes, startsAt: number) {
  const { duration, before, after } = spanOf(service)
  return { from: startsAt - before * MINUTE, to: startsAt + (duration + after) * MINUTE }
}
