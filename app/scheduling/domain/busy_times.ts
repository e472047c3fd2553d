import type { Place } from '#app/scheduling/domain/calendar'

/** A stretch that cannot be used; `seat: null` is every seat, `resourceId: null` every resource. */
export interface BusyStretch {
  readonly resourceId: number | null
  readonly seat: number | null
  /** epoch milliseconds, half open */
  readonly startsAt: number
  readonly endsAt: number
}

/**
 * Busy stretches of all places in one piece: those of place i lie at
 * `first[i] … first[i + 1] - 1`, ascending by start. Whole minutes.
 */
export interface BusyTimes {
  readonly first: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const MS_PER_MINUTE = 60_000

/** Lays the stretches out by place. Rows that come in order of start need no sorting. */
export function busyTimes(places: readonly Place[], stretches: readonly BusyStretch[]): BusyTimes {
  const exact = stretches.filter(({ resourceId, seat }) => resourceId !== null && seat !== null)
  const wide = stretches.filter(({ resourceId, seat }) => resourceId === null || seat === null)
  const indexes = seatIndexes(places)
  const placeOf = exact.map(({ resourceId, seat }) => indexes.get(resourceId!)?.[seat!] ?? -1)

  const first = new Int32Array(places.length + 1)
  for (const place of placeOf) if (place >= 0) first[place + 1]++
  for (let place = 0; place < places.length; place++) {
    const id = places[place].resourceId
    for (const { resourceId } of wide) {
      if (resourceId === null || resourceId === id) first[place + 1]++
    }
    first[place + 1] += first[place]
  }

  const busy = { first, starts: new Int32Array(first.at(-1)!), ends: new Int32Array(first.at(-1)!) }
  const next = first.slice()
  for (let i = 0; i < exact.length; i++) {
    if (placeOf[i] >= 0) put(busy, first[placeOf[i]], next[placeOf[i]]++, exact[i])
  }
  for (let place = 0; place < places.length; place++) {
    const id = places[place].resourceId
    for (const stretch of wide) {
      if (stretch.resourceId === null || stretch.resourceId === id) {
        put(busy, first[place], next[place]++, stretch)
      }
    }
  }
  return busy
}

function seatIndexes(places: readonly Place[]): Map<number, number[]> {
  const indexes = new Map<number, number[]>()
  places.forEach(({ resourceId, seat }, index) => {
    const seats = indexes.get(resourceId) ?? []
    seats[seat] = index
    indexes.set(resourceId, seats)
  })
  return indexes
}

/** Insertion by start; the loop does not run for rows in order. */
function put(busy: BusyTimes, lowest: number, at: number, stretch: BusyStretch): void {
  const start = Math.floor(stretch.startsAt / MS_PER_MINUTE)
  const end = Math.ceil(stretch.endsAt / MS_PER_MINUTE)
  let i = at
  while (i > lowest && busy.starts[i - 1] > start) {
    busy.starts[i] = busy.starts[i - 1]
    busy.ends[i] = busy.ends[i - 1]
    i--
  }
  busy.starts[i] = start
  busy.ends[i] = end
}
