import type {
  Audience,
  DatedException,
  OpeningHours,
  RequiredPlaces,
  ResourceUnits,
} from '#app/scheduling/domain/calendar_terms'
import { dayPlans, type DayPlan, type SeatHours } from '#app/scheduling/domain/day_plan'
import { MINUTES_PER_DAY } from '#app/scheduling/domain/local_date'
import { daySegments } from '#app/scheduling/domain/local_time'
import { hoursOwner, openingBook, type OpeningBook } from '#app/scheduling/domain/opening_hours'

export interface CalendarInput {
  readonly zone: string
  /** day number of the first local day, and how many days */
  readonly fromDay: number
  readonly days: number
  readonly audience: Audience
  readonly stepMinutes: number
  readonly resources: readonly ResourceUnits[]
  readonly requirements: readonly RequiredPlaces[]
  readonly rules: readonly OpeningHours[]
  readonly exceptions: readonly DatedException[]
}

export interface Place {
  readonly resourceId: number
  readonly seat: number
  /** index into Calendar.hours */
  readonly hours: number
}

/** Rules put on the clock of the world. Instants in whole minutes since the epoch. */
export interface Calendar {
  /** the grid of starts, ascending */
  readonly starts: Int32Array
  /** local day number and local minute of each start */
  readonly days: Int32Array
  readonly minutes: Int32Array
  readonly places: readonly Place[]
  /** per requirement: how many of which places (indexes) */
  readonly required: readonly { readonly need: number; readonly places: Int32Array }[]
  /** openings `[from, to, …]`, disjoint, ascending, shared by places with equal hours */
  readonly hours: readonly Int32Array[]
}

/** An appointment of at most 24 hours that starts on the last day ends at most two days later. */
const DAYS_BEYOND = 2

/** Expands the rules of one service at one location over some local days. */
export function buildCalendar(input: CalendarInput): Calendar {
  const book = openingBook(input.audience, input.rules, input.exceptions)
  const resources = new Map(input.resources.map((resource) => [resource.id, resource]))
  const { places, seatHours } = placesOf(book, resources, input.requirements)
  const planOf = dayPlans({ ...input, book, resources, seatHours })
  const plans = Array.from({ length: input.days + DAYS_BEYOND }, (_, i) =>
    planOf(input.fromDay + i)
  )
  return {
    ...gridOfDays(input, plans),
    places,
    required: requiredPlaces(places, input.requirements),
    hours: hoursOfDays(input, plans, seatHours.length),
  }
}

type Span = Pick<CalendarInput, 'zone' | 'fromDay' | 'days'>

function gridOfDays({ zone, fromDay, days: count }: Span, plans: readonly DayPlan[]) {
  let most = 0
  for (let i = 0; i < count; i++) {
    most += plans[i].starts.length * daySegments(zone, fromDay + i).length
  }
  const [starts, days, minutes] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  let at = 0
  for (let day = fromDay; day < fromDay + count; day++) {
    const local = plans[day - fromDay].starts
    for (const { from, to, offset } of daySegments(zone, day)) {
      const midnight = day * MINUTES_PER_DAY - offset
      for (let i = 0; i < local.length; i++) {
        const start = midnight + local[i]
        if (start < from || start >= to) continue
        starts[at] = start
        days[at] = day
        minutes[at++] = local[i]
      }
    }
  }
  return {
    starts: starts.subarray(0, at),
    days: days.subarray(0, at),
    minutes: minutes.subarray(0, at),
  }
}

function hoursOfDays({ zone, fromDay }: Span, plans: readonly DayPlan[], count: number) {
  const hours = Array.from({ length: count }, () => [] as number[])
  for (let i = 0; i < plans.length; i++) {
    const day = fromDay + i
    for (const segment of daySegments(zone, day)) {
      const midnight = day * MINUTES_PER_DAY - segment.offset
      for (let nth = 0; nth < count; nth++) {
        append(hours[nth], plans[i].hours[nth], midnight, segment)
      }
    }
  }
  return hours.map((ranges) => new Int32Array(ranges))
}

/** Cuts local ranges with one segment of the day and joins what touches the last one. */
function append(
  ranges: number[],
  local: readonly number[],
  midnight: number,
  segment: { readonly from: number; readonly to: number }
): void {
  for (let i = 0; i < local.length; i += 2) {
    const start = Math.max(midnight + local[i], segment.from)
    const stop = Math.min(midnight + local[i + 1], segment.to)
    if (start >= stop) continue
    if (ranges[ranges.length - 1] === start) ranges[ranges.length - 1] = stop
    else ranges.push(start, stop)
  }
}

function placesOf(
  book: OpeningBook,
  resources: ReadonlyMap<number, ResourceUnits>,
  requirements: readonly RequiredPlaces[]
) {
  const places: Place[] = []
  const seatHours: SeatHours[] = []
  const known = new Map<string, number>()
  for (const id of new Set(requirements.flatMap(({ resourceIds }) => resourceIds))) {
    const owner = hoursOwner(book, id)
    for (let seat = 0; seat < (resources.get(id)?.units ?? 0); seat++) {
      const key = `${owner}:${seat}`
      const index = known.get(key) ?? seatHours.push({ owner, seat }) - 1
      known.set(key, index)
      places.push({ resourceId: id, seat, hours: index })
    }
  }
  return { places, seatHours }
}

function requiredPlaces(places: readonly Place[], requirements: readonly RequiredPlaces[]) {
  const indexes = Map.groupBy(places.keys(), (index) => places[index].resourceId)
  return requirements.map(({ need, resourceIds }) => ({
    need,
    places: new Int32Array([...new Set(resourceIds)].flatMap((id) => indexes.get(id) ?? [])),
  }))
}
