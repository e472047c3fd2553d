import type { BusyStretch } from '#app/scheduling/domain/busy_times'
import type { Calendar } from '#app/scheduling/domain/calendar'

/** What one session occupies, in minutes. */
export interface Span {
  readonly duration: number
  readonly before: number
  readonly after: number
}

/** Which places are open and free for a session that starts at `start` (epoch minutes). */
export function freePlacesAt(
  calendar: Calendar,
  perPlace: readonly (readonly BusyStretch[])[],
  span: Span,
  start: number
): number[] {
  const from = start - span.before
  const to = start + span.duration + span.after
  const isFree = (place: number) =>
    !perPlace[place].some((stretch) => stretch.from < to && from < stretch.to)
  return openPlacesAt(calendar, span, start).filter(isFree)
}

/** Which places have `[start, start + duration)` inside one of their openings. */
export function openPlacesAt(calendar: Calendar, span: Span, start: number): number[] {
  return [...calendar.places.keys()].filter((place) => isOpenAt(calendar, place, span, start))
}

export function isOpenAt(calendar: Calendar, place: number, span: Span, start: number): boolean {
  const hours = calendar.hours[calendar.places[place].hours]
  for (let i = 0; i < hours.length; i += 2) {
    if (hours[i] <= start && start + span.duration <= hours[i + 1]) return true
  }
  return false
}
