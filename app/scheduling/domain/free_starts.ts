import {
  inOrder,
  placeIndexes,
  stretchesPerPlace,
  type BusyStretch,
} from '#app/scheduling/domain/busy_times'
import type { Calendar } from '#app/scheduling/domain/calendar'
import { freePlacesAt, type Span } from '#app/scheduling/domain/free_places'
import { matchPlaces } from '#app/scheduling/domain/match_places'
import { fittingStarts, indexGrid } from '#app/scheduling/domain/start_grid'
import { sweep } from '#app/scheduling/domain/sweep'

/** Places with the same hours that serve the same requirements are counted on one line. */
interface Kin {
  readonly hours: number
  readonly serves: readonly number[]
  /** where its line begins in the array of differences */
  readonly line: number
}

/** How many sessions could still start at each start of the grid, at the same time. */
export function countFree(
  calendar: Calendar,
  busy: readonly BusyStretch[],
  span: Span
): Int32Array {
  const count = calendar.starts.length
  if (count === 0 || calendar.required.length === 0) return new Int32Array(count)
  const grid = indexGrid(calendar.starts)
  const kin = kinOfPlaces(calendar)
  const change = new Int32Array(new Set(kin).size * (count + 1))
  const lineOf = new Int32Array(kin.map(({ line }) => line))
  const placeOf = placeIndexes(calendar.places)
  sweep(grid, inOrder(calendar.places, busy), span, { change, lineOf, placeOf })
  const fits = calendar.hours.map((hours) => fittingStarts(grid, hours, span.duration))
  const free = sessionsAtOnce(calendar, new Set(kin), change, fits)
  if (sharesPlaces(calendar)) lowerToMatching(calendar, busy, span, free)
  return free
}

function kinOfPlaces(calendar: Calendar): Kin[] {
  const serves: number[][] = calendar.places.map(() => [])
  calendar.required.forEach(({ places }, nth) => {
    for (const place of places) serves[place].push(nth)
  })
  const known = new Map<string, Kin>()
  return calendar.places.map(({ hours }, place) => {
    const key = `${hours}:${serves[place].join()}`
    const line = known.size * (calendar.starts.length + 1)
    const kin = known.get(key) ?? { hours, serves: serves[place], line }
    known.set(key, kin)
    return kin
  })
}

/** The places free for each requirement, summed up; the scarcest requirement decides. */
function sessionsAtOnce(
  calendar: Calendar,
  kin: ReadonlySet<Kin>,
  change: Int32Array,
  fits: readonly Uint8Array[]
): Int32Array {
  const free = new Int32Array(calendar.starts.length)
  calendar.required.forEach(({ need }, nth) => {
    const places = new Int32Array(free.length)
    for (const { hours, serves, line } of kin) {
      if (serves.includes(nth)) addRunningSum(places, change.subarray(line), fits[hours])
    }
    for (let i = 0; i < free.length; i++) {
      const sessions = need === 1 ? places[i] : Math.floor(places[i] / need)
      if (nth === 0 || sessions < free[i]) free[i] = sessions
    }
  })
  return free
}

function addRunningSum(places: Int32Array, change: Int32Array, fits: Uint8Array): void {
  let sum = 0
  for (let i = 0; i < places.length; i++) {
    sum += change[i]
    places[i] += sum * fits[i]
  }
}

/** One person cannot be dentist and assistant at once: there counting is not enough. */
function sharesPlaces(calendar: Calendar): boolean {
  let sum = 0
  for (const { places } of calendar.required) sum += places.length
  return sum > calendar.places.length
}

function lowerToMatching(
  calendar: Calendar,
  busy: readonly BusyStretch[],
  span: Span,
  free: Int32Array
): void {
  const perPlace = stretchesPerPlace(calendar.places, busy)
  for (let i = 0; i < free.length; i++) {
    if (free[i] === 0) continue
    const places = freePlacesAt(calendar, perPlace, span, calendar.starts[i])
    while (free[i] > 0 && !matchPlaces(calendar.required, places, free[i])) free[i]--
  }
}
