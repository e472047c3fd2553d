import { stretchesPerPlace, type BusyStretch } from '#app/scheduling/domain/busy_times'
import type { Calendar } from '#app/scheduling/domain/calendar'
import { freePlacesAt, isOpenAt, openPlacesAt, type Span } from '#app/scheduling/domain/free_places'
import { matchPlaces } from '#app/scheduling/domain/match_places'

export interface ChosenPlace {
  readonly resourceId: number
  readonly seat: number
}

interface Choice {
  readonly calendar: Calendar
  /** the same days as the public sees them; the same calendar when the public asks */
  readonly publicCalendar: Calendar
  readonly busy: readonly BusyStretch[]
  readonly span: Span
  /** epoch minutes */
  readonly start: number
}

/**
 * Places for one session, or null. Preferred: internal seats (only staff get to see them), then
 * the resource with the fewest stretches in the calendar, then as listed.
 */
export function choosePlaces(choice: Choice): { places: ChosenPlace[]; internal: boolean } | null {
  const { calendar, span, start } = choice
  const perPlace = stretchesPerPlace(calendar.places, choice.busy)
  const isInternal = internalPlaces(choice)
  const load = loadPerResource(calendar, perPlace)
  const free = freePlacesAt(calendar, perPlace, span, start).sort(
    (a, b) =>
      Number(isInternal(b)) - Number(isInternal(a)) ||
      load.get(calendar.places[a].resourceId)! - load.get(calendar.places[b].resourceId)! ||
      a - b
  )
  const chosen = matchPlaces(calendar.required, free)
  if (!chosen) return null
  return {
    places: chosen.map((place) => calendar.places[place]),
    internal: chosen.some(isInternal),
  }
}

/** Whether the hours alone, were nothing busy, allow a session at this start. */
export function hoursAllow(calendar: Calendar, span: Span, start: number): boolean {
  return matchPlaces(calendar.required, openPlacesAt(calendar, span, start)) !== null
}

function internalPlaces({ calendar, publicCalendar, span, start }: Choice) {
  if (calendar === publicCalendar) return () => false
  return (place: number) => !isOpenAt(publicCalendar, place, span, start)
}

function loadPerResource(calendar: Calendar, perPlace: readonly BusyStretch[][]) {
  const load = new Map<number, number>()
  calendar.places.forEach(({ resourceId }, place) => {
    load.set(resourceId, (load.get(resourceId) ?? 0) + perPlace[place].length)
  })
  return load
}
