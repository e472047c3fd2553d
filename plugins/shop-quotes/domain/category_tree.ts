/** A category among the others. */
export type Placed = {
  readonly id: number
  readonly parentId: number | null
  readonly position: number
}

/** So many levels of categories; deeper ones nobody finds. */
export const DEEPEST = 4

export type PlaceReason = 'no_parent' | 'circle' | 'too_deep'

/** Siblings as they stand under each other. */
export const childrenOf = <P extends Placed>(all: readonly P[], parentId: number | null): P[] =>
  all
    .filter((one) => one.parentId === parentId)
    .toSorted((one, other) => one.position - other.position || one.id - other.id)

/** From top to bottom, each with how deep it lies; the first level is 0. */
export const inTreeOrder = <P extends Placed>(
  all: readonly P[],
  parentId: number | null = null,
  depth = 0
): { place: P; depth: number }[] =>
  childrenOf(all, parentId).flatMap((place) => [
    { place, depth },
    ...inTreeOrder(all, place.id, depth + 1),
  ])

/** Ids of everything below a category. */
export const idsBelow = (all: readonly Placed[], id: number): number[] =>
  inTreeOrder(all, id).map(({ place }) => place.id)

/** The categories in which one lies, from the top down to itself. */
export function wayTo<P extends Placed>(all: readonly P[], id: number | null): P[] {
  const way: P[] = []
  let place = all.find((one) => one.id === id)
  while (place && !way.includes(place)) {
    way.unshift(place)
    const { parentId } = place
    place = all.find((one) => one.id === parentId)
  }
  return way
}

/** Why a category cannot lie there, or null; `id` is null for a new one. */
export function placeRefusal(
  all: readonly Placed[],
  { id, parentId }: { id: number | null; parentId: number | null }
): PlaceReason | null {
  if (parentId === null) return null
  const way = wayTo(all, parentId)
  if (way.length === 0) return 'no_parent'
  if (way.some((place) => place.id === id)) return 'circle'
  const tallest = id === null ? 0 : Math.max(-1, ...depthsBelow(all, id)) + 1
  return way.length + 1 + tallest > DEEPEST ? 'too_deep' : null
}

const depthsBelow = (all: readonly Placed[], id: number): number[] =>
  inTreeOrder(all, id).map(({ depth }) => depth)

/** Without those that are switched off, and everything below them. */
export function shownPlaces<P extends Placed & { readonly active: boolean }>(
  all: readonly P[]
): P[] {
  const active = all.filter((one) => one.active)
  return inTreeOrder(active).map(({ place }) => place)
}
