import type { Audience, ReserveRefusal, ServiceTimes } from '#app/scheduling/domain/calendar_terms'
import { localOf } from '#app/scheduling/domain/local_time'

type Limits = Pick<ServiceTimes, 'minNoticeMinutes' | 'horizonDays' | 'stepMinutes'>

/** Earliest instant (epoch ms) and last local day that an audience may choose. */
export interface TimeLimits {
  readonly earliest: number
  readonly lastDay: number
}

/** Staff may still give away the running slot and book as far ahead as they like. */
export function timeLimits(
  service: Limits,
  zone: string,
  audience: Audience,
  now: number
): TimeLimits {
  if (audience === 'staff') {
    return { earliest: now - service.stepMinutes * 60_000 + 1, lastDay: Number.POSITIVE_INFINITY }
  }
  return {
    earliest: now + service.minNoticeMinutes * 60_000,
    lastDay: localOf(zone, now).day + service.horizonDays,
  }
}

/** Why a start is refused by notice or horizon, or null. */
export function limitRefusal(
  limits: TimeLimits,
  startsAt: number,
  day: number
): Extract<ReserveRefusal, 'too_soon' | 'beyond_horizon'> | null {
  if (startsAt < limits.earliest) return 'too_soon'
  return day > limits.lastDay ? 'beyond_horizon' : null
}
