import { clock } from '#core/platform'
import { clockTime, localOf, locationHours, weekdayOf, type LocationHours } from '#core/scheduling'
import { isLineOpen, type PlaceNow } from '#plugins/queue-caller/domain/line_hours'
import { nextOpening } from '#plugins/queue-caller/domain/next_opening'
import type { Line } from '#plugins/queue-caller/models/line'
import { linesOf } from '#plugins/queue-caller/queries/lines'

type Place = { readonly id: number; readonly zone: string }

/** When a closed line opens again, as local day number and minute; null where nobody knows. */
export type Opening = { day: number; from: number } | null

type LineHours = { line: Line; isOpen: boolean; next: Opening }

/** Ids of the lines of a location that give out tickets at this moment. */
export async function openLines(location: Place): Promise<Set<number>> {
  const { lines } = await hoursOfLines(location)
  return new Set(lines.filter(({ isOpen }) => isOpen).map(({ line }) => line.id))
}

/** Each line with whether it is open and when it opens again. Two statements. */
export async function hoursOfLines(
  location: Place
): Promise<{ place: LocationHours | null; lines: LineHours[] }> {
  const lines = await linesOf(location.id)
  const { day, minute } = localOf(location.zone, clock.now())
  const place = (await locationHours([location])).get(location.id) ?? null
  const moment = { weekday: weekdayOf(day), time: clockTime(minute) }
  const now = placeNow(place, day)
  const isClosedAllDay = (one: number) => place !== null && isShut(place, one)
  return {
    place,
    lines: lines.map((line) => {
      const isOpen = isLineOpen(line.hours, now, moment)
      const own = (week: NonNullable<Line['hours']>) =>
        nextOpening({ week, day, minute, weekdayOf, isClosedAllDay })
      return { line, isOpen, next: isOpen ? null : line.hours ? own(line.hours) : nextOf(place) }
    }),
  }
}

const nextOf = (place: LocationHours | null): Opening =>
  place && !place.now.open ? place.now.next : null

const placeNow = (place: LocationHours | null, day: number): PlaceNow =>
  place && { isOpen: place.now.open, isClosedAllDay: isShut(place, day) }

/** A public holiday or another exception on which nothing is open. */
function isShut({ special }: LocationHours, day: number): boolean {
  const other = special.find(({ fromDay, toDay }) => fromDay <= day && day <= toDay)
  return other?.spans.length === 0
}
