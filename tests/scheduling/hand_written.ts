import { busyStretch } from '#app/scheduling/domain/busy_times'
import { buildCalendar } from '#app/scheduling/domain/calendar'
import type {
  Audience,
  DatedException,
  OpeningHours,
  RequiredPlaces,
} from '#app/scheduling/domain/calendar_terms'
import { countFree } from '#app/scheduling/domain/free_starts'
import { clockTime, dayNumber, minuteOfDay } from '#app/scheduling/domain/local_date'
import { instantsOf } from '#app/scheduling/domain/local_time'

/** A calendar as one would write it on paper: one day, local times. */
export interface HandWritten {
  day?: string
  zone?: string
  audience?: Audience
  /** minutes: duration, step, buffer before, buffer after */
  service?: { d?: number; step?: number; before?: number; after?: number }
  /** units by resource id; one resource with one unit when left out */
  units?: Record<number, number>
  needs?: RequiredPlaces[]
  /** `'09:00-12:00'` for the location, or with what differs */
  rules: (string | ({ at: string } & Partial<OpeningHours>))[]
  exceptions?: ({ at?: string } & Partial<DatedException>)[]
  /** `[resource, seat, 'from-to']` on that day; null = all */
  busy?: [number | null, number | null, string][]
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

function hours(at: string) {
  const [from, to] = at.split('-')
  return { from: minuteOfDay(from), to: minuteOfDay(to) }
}

/** The grid as text: `'09:00'` free, `'09:00 x'` taken, `'09:00 2'` with more than one place. */
export function offered(calendar: HandWritten): string[] {
  const { zone = 'Europe/Rome', day = '2026-11-24', service = {}, units = { 1: 1 } } = calendar
  const { d = 60, step = 30, before = 0, after = 0 } = service
  const resources = Object.entries(units).map(([id, count]) => ({ id: +id, units: count }))
  const seats = { resourceId: null, publicSeats: null, internalSeats: 0 }
  const built = buildCalendar({
    zone,
    fromDay: dayNumber(day),
    days: 1,
    audience: calendar.audience ?? 'public',
    stepMinutes: step,
    resources,
    requirements: calendar.needs ?? [{ need: 1, resourceIds: resources.map(({ id }) => id) }],
    rules: calendar.rules.map((rule) => {
      const { at, ...rest } = typeof rule === 'string' ? { at: rule } : rule
      const valid = { weekdays: EVERY_DAY, validFrom: null, validTo: null }
      return { ...seats, ...valid, ...hours(at), ...rest }
    }),
    exceptions: (calendar.exceptions ?? []).map(({ at, ...rest }) => {
      const on = { fromDay: dayNumber(day), toDay: dayNumber(day), closed: at === undefined }
      return { ...seats, ...on, ...hours(at ?? '00:00-00:00'), ...rest }
    }),
  })
  const busy = (calendar.busy ?? []).map(([resourceId, seat, at]) => {
    const [from, to] = at.split('-')
    const startsAt = instantsOf(zone, day, from)[0]
    return busyStretch(resourceId, seat, startsAt, instantsOf(zone, day, to).at(-1)!)
  })
  const free = countFree(built, busy, { duration: d, before, after })
  return [...free].map((count, i) => {
    const label = clockTime(built.minutes[i])
    if (count === 0) return `${label} x`
    return count === 1 ? label : `${label} ${count}`
  })
}
