import type { Place } from '#app/scheduling/domain/calendar'

/**
 * A stretch that cannot be used, half open, in whole minutes since the epoch; `seat: null` is
 * every seat, `resourceId: null` every resource.
 */
export interface BusyStretch {
  readonly resourceId: number | null
  readonly seat: number | null
  readonly from: number
  readonly to: number
}

const MS_PER_MINUTE = 60_000

/** Rounds outwards: starts of the grid are whole minutes, so this changes no answer. */
export function busyStretch(
  resourceId: number | null,
  seat: number | null,
  startsAt: number,
  endsAt: number
): BusyStretch {
  const from = Math.floor(startsAt / MS_PER_MINUTE)
  return { resourceId, seat, from, to: Math.ceil(endsAt / MS_PER_MINUTE) }
}

/** Index of a place by resource and seat; ids are small numbers, so an array does. */
export function placeIndexes(places: readonly Place[]): (number[] | undefined)[] {
  const indexes: (number[] | undefined)[] = []
  places.forEach(({ resourceId, seat }, index) => {
    const seats = indexes[resourceId] ?? []
    seats[seat] = index
    indexes[resourceId] = seats
  })
  return indexes
}

/**
 * The stretches by resource and time, blocks spread over the single places that they cover. Rows
 * of allocations come from the index in this order and stay as they are.
 */
export function inOrder(
  places: readonly Place[],
  stretches: readonly BusyStretch[]
): readonly BusyStretch[] {
  let resource = 0
  let last = 0
  for (let i = 0; i < stretches.length; i++) {
    const { resourceId, seat, from } = stretches[i]
    const follows = resourceId === resource ? from >= last : resourceId! > resource
    if (seat === null || !follows) return spreadBlocks(places, stretches).sort(byResourceAndTime)
    resource = resourceId!
    last = from
  }
  return stretches
}

function byResourceAndTime(a: BusyStretch, b: BusyStretch): number {
  return a.resourceId! - b.resourceId! || a.from - b.from
}

function spreadBlocks(places: readonly Place[], stretches: readonly BusyStretch[]): BusyStretch[] {
  return stretches.flatMap((stretch) => {
    if (stretch.seat !== null) return [stretch]
    const { resourceId: blocked, from, to } = stretch
    return places
      .filter(({ resourceId }) => blocked === null || resourceId === blocked)
      .map(({ resourceId, seat }) => ({ resourceId, seat, from, to }))
  })
}

/** The stretches of each place. */
export function stretchesPerPlace(
  places: readonly Place[],
  stretches: readonly BusyStretch[]
): BusyStretch[][] {
  const indexes = placeIndexes(places)
  const perPlace: BusyStretch[][] = places.map(() => [])
  for (const stretch of spreadBlocks(places, stretches)) {
    perPlace[indexes[stretch.resourceId!]?.[stretch.seat!] ?? -1]?.push(stretch)
  }
  return perPlace
}
